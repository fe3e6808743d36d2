import type { TableContext } from "./classify-context";
import { impersonal, personal, type Verdict } from "./classify-verdict";
import type { Concept } from "./column-concepts";
import type { SampleProfile, Shape } from "./detect-samples";

/** What values must look like, and how surely that alone tells the category. The first rule that holds decides. */
type ShapeRule = { readonly shapes: readonly Shape[]; readonly share: number; readonly verdict: Verdict };

const SHAPE_RULES: readonly ShapeRule[] = [
  { shapes: ["password_hash"], share: 0.6, verdict: { category: "credential", confidence: 0.98, isPersonal: true, because: "its values have the form of password hashes" } },
  { shapes: ["secret"], share: 0.6, verdict: impersonal("credential", 0.95, "its values have the form of keys or tokens") },
  { shapes: ["email"], share: 0.6, verdict: personal("email", 0.97, "its values are e-mail addresses") },
  { shapes: ["iban"], share: 0.6, verdict: personal("payment_context", 0.97, "its values are bank account numbers with valid check digits") },
  { shapes: ["card"], share: 0.8, verdict: personal("payment_context", 0.95, "its values are payment card numbers with valid check digits") },
  { shapes: ["mac", "ip"], share: 0.8, verdict: personal("identifier", 0.9, "its values are network addresses") },
  { shapes: ["phone_international"], share: 0.7, verdict: personal("phone", 0.92, "its values are phone numbers") },
  { shapes: ["national_id"], share: 0.8, verdict: personal("identifier", 0.88, "its values have the form of national identity numbers") },
];

/** Judges a column by its values alone; null when they prove nothing. */
export function judgeBySamples(profile: SampleProfile): Verdict | null {
  if (profile.count === 0) return null;
  for (const rule of SHAPE_RULES) if (share(profile, rule.shapes) >= rule.share) return rule.verdict;
  if (profile.trait !== null) return personal("special_category", profile.trait === "gender" || profile.trait === "marital" ? 0.8 : 0.66, "its values are from a list of what people are");
  return null;
}

/** Weaker forms, used only where the name says nothing against them. `isRole`: the column's name speaks of a person's role. */
export function judgeByLooseSamples(profile: SampleProfile, context: TableContext, isRole: boolean): Verdict | null {
  if (profile.count === 0) return null;
  const { shares } = profile;
  if (shares.phone_international + shares.phone_national >= 0.8 && shares.date < 0.1) return personal("phone", 0.74, "its values have the form of phone numbers");
  if (shares.street >= 0.6) return personal("address", context.touchesPeople ? 0.82 : 0.7, "its values are street addresses");
  if (shares.person_name >= 0.35 && shares.name_shaped >= 0.75 && shares.company < 0.2) return personal("name", 0.78, "its values have the form of people's names");
  if (shares.coordinates >= 0.8 && context.touchesPeople) return personal("address", 0.66, "its values are positions on the map, beside data about people");
  if (shares.given_name >= 0.7 && profile.count >= 3 && (context.touchesPeople || isRole)) return personal("name", 0.66, "its values are common given names");
  if (shares.text >= 0.5 && (context.entity === "booking" || context.entity === "support")) return personal("support_issue", 0.6, "it holds running text beside a customer's request or appointment");
  if (shares.text >= 0.5 && context.entity === "sales_note") return personal("business_sensitive", 0.6, "it holds running text beside notes about customers");
  if (profile.mentions >= 0.2) return personal("support_issue", 0.66, "its texts mention ways to reach people");
  return null;
}

/** How the values bear on what the name says: 1 agrees, 0 says nothing, -1 contradicts. */
export function weighSamples(concept: Concept | null, profile: SampleProfile): -1 | 0 | 1 {
  if (profile.count === 0 || concept === null) return 0;
  const { shares } = profile;
  const phone = shares.phone_international + shares.phone_national;
  switch (concept) {
    case "email":
      return shares.email > 0.3 ? 1 : shares.email === 0 && shares.structured < 0.5 ? -1 : 0;
    case "phone":
      return phone > 0.3 ? 1 : shares.boolean >= 0.9 || shares.date > 0.5 || shares.text > 0.5 || (shares.lone_word > 0.8 && profile.count > 2) ? -1 : 0;
    case "first_name":
    case "last_name":
    case "full_name":
      return shares.given_name + shares.person_name + shares.name_shaped + shares.lone_word > 0.5 ? 1 : shares.number > 0.8 || shares.date > 0.5 || shares.boolean > 0.9 || shares.url > 0.5 ? -1 : 0;
    case "name":
      return shares.person_name > 0.3 ? 1 : shares.number > 0.8 || shares.url > 0.5 || shares.boolean > 0.9 ? -1 : 0;
    case "street":
      return shares.street > 0.4 ? 1 : shares.boolean >= 0.9 || shares.date > 0.5 || shares.ip > 0.5 || shares.email > 0.5 || shares.hex_digest > 0.5 || shares.url > 0.5 ? -1 : 0;
    case "city":
    case "country":
    case "region":
      return shares.date > 0.5 || shares.url > 0.5 || shares.text > 0.5 ? -1 : 0;
    case "postcode":
      return shares.postcode > 0.4 ? 1 : shares.date > 0.5 || shares.text > 0.5 ? -1 : 0;
    case "birth":
      return shares.birth_year > 0.6 ? 1 : shares.boolean >= 0.9 ? -1 : 0;
    case "gender":
      return profile.trait === "gender" ? 1 : 0;
    case "ip":
      return shares.ip > 0.5 ? 1 : shares.text > 0.5 || shares.boolean > 0.9 ? -1 : 0;
    case "password":
    case "secret":
      return shares.password_hash + shares.secret + shares.opaque + shares.hex_digest > 0.5 ? 1 : shares.boolean > 0.9 || shares.date > 0.5 || shares.text > 0.5 ? -1 : 0;
    case "bank":
    case "card":
      return shares.iban + shares.card > 0.5 ? 1 : shares.boolean > 0.9 && profile.distinct < 0.5 ? -1 : 0;
    case "free_text":
    case "support":
      return shares.text > 0.4 ? 1 : 0;
    default:
      return 0;
  }
}

function share(profile: SampleProfile, shapes: readonly Shape[]): number {
  return shapes.reduce((sum, shape) => sum + profile.shares[shape], 0);
}
