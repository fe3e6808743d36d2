import type { TableContext } from "./classify-context";
import { impersonal, personal, type Verdict } from "./classify-verdict";
import type { Concept } from "./column-concepts";
import type { SampleProfile, Shape } from "./detect-samples";

/** What values must look like, and how surely that alone tells the category. The first rule that holds decides. */
type ShapeRule = { readonly shapes: readonly Shape[]; readonly share: number; readonly verdict: Verdict };

const SHAPE_RULES: readonly ShapeRule[] = [
  {
    shapes: ["password_hash"],
    share: 0.6,
    verdict: impersonal("credential", 0.98, "its values have the form of password hashes"),
  },
  {
    shapes: ["secret"],
    share: 0.6,
    verdict: impersonal("credential", 0.95, "its values have the form of keys or tokens"),
  },
  { shapes: ["email"], share: 0.6, verdict: personal("email", 0.97, "its values are e-mail addresses") },
  {
    shapes: ["iban"],
    share: 0.6,
    verdict: personal("payment_context", 0.97, "its values are bank account numbers with valid check digits"),
  },
  {
    shapes: ["card"],
    share: 0.8,
    verdict: personal("payment_context", 0.95, "its values are payment card numbers with valid check digits"),
  },
  { shapes: ["mac", "ip"], share: 0.8, verdict: personal("identifier", 0.9, "its values are network addresses") },
  { shapes: ["phone_international"], share: 0.7, verdict: personal("phone", 0.92, "its values are phone numbers") },
  {
    shapes: ["national_id"],
    share: 0.8,
    verdict: personal("identifier", 0.88, "its values have the form of national identity numbers"),
  },
];

/** Judges a column by its values alone; null when they prove nothing. */
export function judgeBySamples(profile: SampleProfile): Verdict | null {
  if (profile.count === 0) return null;
  for (const rule of SHAPE_RULES) if (share(profile, rule.shapes) >= rule.share) return rule.verdict;
  if (profile.trait !== null)
    return personal(
      "special_category",
      profile.trait === "gender" || profile.trait === "marital" ? 0.8 : 0.66,
      "its values are from a list of what people are",
    );
  return null;
}

/** Weaker forms, used only where the name says nothing against them. `isRole`: the column's name speaks of a person's role. */
export function judgeByLooseSamples(profile: SampleProfile, context: TableContext, isRole: boolean): Verdict | null {
  if (profile.count === 0) return null;
  const { shares } = profile;
  if (shares.phone_international + shares.phone_national >= 0.8 && shares.date < 0.1)
    return personal("phone", 0.74, "its values have the form of phone numbers");
  if (shares.street >= 0.6)
    return personal("address", context.touchesPeople ? 0.82 : 0.7, "its values are street addresses");
  if (shares.person_name >= 0.35 && shares.name_shaped >= 0.75 && shares.company < 0.2)
    return personal("name", 0.78, "its values have the form of people's names");
  if (context.touchesPeople && shares.person_name >= 0.2 && shares.name_shaped + shares.company >= 0.75)
    return personal("name", 0.6, "its values have the form of names, beside ways to reach people");
  if (context.touchesPeople && shares.postcode >= 0.7)
    return personal("address", 0.6, "its values have the form of postal codes, beside ways to reach people");
  if (shares.coordinates >= 0.8 && context.touchesPeople)
    return personal("address", 0.66, "its values are positions on the map, beside data about people");
  if (shares.given_name >= 0.5 && shares.lone_word >= 0.9 && profile.count >= 3 && (context.touchesPeople || isRole))
    return personal("name", 0.66, "its values are common given names");
  if (shares.text >= 0.5 && (context.entity === "booking" || context.entity === "support"))
    return personal("support_issue", 0.6, "it holds running text beside a customer's request or appointment");
  if (shares.text >= 0.5 && context.entity === "sales_note")
    return personal("business_sensitive", 0.6, "it holds running text beside notes about customers");
  if (profile.mentions >= 0.2) return personal("support_issue", 0.66, "its texts mention ways to reach people");
  return null;
}

type Shares = SampleProfile["shares"];
type Bearing = { readonly supports: (shares: Shares) => boolean; readonly opposes: (shares: Shares) => boolean };

const NAMES: Bearing = {
  supports: (is) => is.given_name + is.person_name + is.name_shaped + is.lone_word > 0.5,
  opposes: (is) => is.number > 0.8 || is.date > 0.5 || is.boolean > 0.9 || is.url > 0.5,
};
const PLACES: Bearing = { supports: () => false, opposes: (is) => is.date > 0.5 || is.url > 0.5 || is.text > 0.5 };
const SECRETS: Bearing = {
  supports: (is) => is.password_hash + is.secret + is.opaque + is.hex_digest > 0.5,
  opposes: (is) => is.boolean > 0.9 || is.date > 0.5 || is.text > 0.5,
};
const ACCOUNTS: Bearing = { supports: (is) => is.iban + is.card > 0.5, opposes: () => false };
const TEXTS: Bearing = { supports: (is) => is.text > 0.4, opposes: () => false };

/** What values a column of that meaning has, and which it cannot have. */
const BEARINGS: Partial<Record<Concept, Bearing>> = {
  email: { supports: (is) => is.email > 0.3, opposes: (is) => is.email === 0 && is.structured < 0.5 },
  phone: {
    supports: (is) => is.phone_international + is.phone_national > 0.3,
    opposes: (is) =>
      is.boolean >= 0.9 ||
      is.date > 0.5 ||
      is.text > 0.5 ||
      is.lone_word > 0.8 ||
      (is.number > 0.9 && is.phone_national === 0),
  },
  first_name: NAMES,
  last_name: NAMES,
  full_name: NAMES,
  name: {
    supports: (is) => is.person_name > 0.3,
    opposes: (is) => is.number > 0.8 || is.url > 0.5 || is.boolean > 0.9,
  },
  street: {
    supports: (is) => is.street > 0.4,
    opposes: (is) => is.boolean >= 0.9 || Math.max(is.date, is.ip, is.email, is.hex_digest, is.url) > 0.5,
  },
  city: PLACES,
  country: PLACES,
  region: PLACES,
  postcode: { supports: (is) => is.postcode > 0.4, opposes: (is) => is.date > 0.5 || is.text > 0.5 },
  birth: { supports: (is) => is.birth_year > 0.6, opposes: (is) => is.boolean >= 0.9 },
  ip: { supports: (is) => is.ip > 0.5, opposes: (is) => is.text > 0.5 || is.boolean > 0.9 },
  password: SECRETS,
  secret: SECRETS,
  bank: ACCOUNTS,
  card: ACCOUNTS,
  free_text: TEXTS,
  support: TEXTS,
};

/** How the values bear on what the name says: 1 agrees, 0 says nothing, -1 contradicts. */
export function weighSamples(concept: Concept | null, profile: SampleProfile): -1 | 0 | 1 {
  const bearing = concept === null ? undefined : BEARINGS[concept];
  if (profile.count === 0 || bearing === undefined) return 0;
  if (bearing.supports(profile.shares)) return 1;
  return bearing.opposes(profile.shares) ? -1 : 0;
}

function share(profile: SampleProfile, shapes: readonly Shape[]): number {
  return shapes.reduce((sum, shape) => sum + profile.shares[shape], 0);
}
