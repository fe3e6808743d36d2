import type { NameFacts } from "./classify-by-name";
import { nothing, personal, type Verdict } from "./classify-verdict";
import type { Concept } from "./column-concepts";
import type { NameReading } from "./column-reading";
import { QUALIFIER_WORDS } from "./column-vocabulary";

/** Columns that say where someone lives, works or is. Null when the concept is of another kind. */
export function judgePlaceConcept(facts: NameFacts, concept: Concept): Verdict | null {
  const { reading, family } = facts;
  switch (concept) {
    case "street":
    case "city":
    case "postcode":
    case "region":
    case "country":
      if (reading.hasForeignTail || (reading.hasUnknownTail && concept !== "street"))
        return nothing(0.55, "its name mentions a place but is about something else");
      if (reading.isAggregate && !facts.context.isStudy) return nothing(0.7, "it counts or averages");
      if (family === "date") return nothing(0.8, "its type cannot hold an address");
      return judgeAddressPart(facts, concept);
    case "access":
      return personal("address", 0.72, "it says how to get to or into someone's place");
    case "geo":
    case "location":
      return judgeWhereabouts(facts, concept);
    default:
      return null;
  }
}

/** Whether an address here is somebody's: a person's, a delivery's, a payment's, or a business partner's. */
function hasAddressee({ reading, context }: NameFacts): boolean {
  const owner = reading.owner?.kind;
  if (owner === "thing" || owner === "document") return false;
  if (context.isPremises && owner === undefined) return false;
  if (owner !== undefined && owner !== "support") return true;
  return (
    context.rowsArePeople ||
    context.touchesPeople ||
    ["money", "place", "trade", "org", "booking", "weak_person"].some((kind) => context.entity === kind)
  );
}

function judgeAddressPart(facts: NameFacts, concept: Concept): Verdict {
  const { context, reading } = facts;
  const isSomebodys = hasAddressee(facts);
  if (concept === "street") {
    if ((context.entity === "thing" && !isSomebodys && facts.isBlind) || context.isPremises)
      return nothing(0.5, "nothing says whose address it is");
    return personal("address", isSomebodys ? 0.9 : 0.62, "its name says that it is a street address");
  }
  if (!isSomebodys) return nothing(0.6, "it names a place, and nothing in the table says whose");
  if (concept === "city" || concept === "postcode")
    return personal("address", 0.88, "its name says that it is a town or postal code");
  const others = (context.addressParts.get(reading.tokens.path.join(" ")) ?? 0) - (concept === "country" ? 1 : 0);
  if (concept === "region" && others === 0 && /^(?:state|region)$/.test(reading.phrase) && !isPlainState(reading))
    return nothing(0.6, "it is more likely a status than part of an address");
  const isOwned = reading.owner !== null && reading.owner.kind !== "trade" && reading.owner.kind !== "money";
  if (
    others > 0 ||
    isOwned ||
    (concept === "country" && (context.rowsArePeople || context.entity === "money")) ||
    (context.rowsArePeople && context.isStudy)
  ) {
    return personal("address", concept === "country" ? 0.72 : 0.8, "it is part of an address");
  }
  return nothing(
    0.6,
    concept === "region" ? "it is more likely a status than part of an address" : "no address stands beside it",
  );
}

/** "billing_state" is a place; the "state" of anything that is neither a place nor a person is a status. */
function isPlainState({ tokens, owner }: NameReading): boolean {
  if (tokens.path.length > 0 && tokens.leaf.join("") === "state")
    return owner?.kind === "place" || owner?.kind === "delivery";
  return (
    tokens.leaf.length === 1 ||
    (owner !== null && owner.kind !== "thing" && owner.kind !== "support") ||
    tokens.leaf.slice(0, -1).every((word) => QUALIFIER_WORDS.has(word) || /^addr(?:ess)?$/.test(word))
  );
}

function judgeWhereabouts(facts: NameFacts, concept: Concept): Verdict {
  const { context, reading } = facts;
  const owner = reading.owner?.kind;
  const isPersons =
    context.rowsArePeople || owner === "person" || owner === "staff" || owner === "weak_person" || owner === "delivery";
  if (reading.hasForeignTail || reading.hasUnknownTail)
    return nothing(0.55, "its name mentions a place but is about something else");
  if (isPersons) return personal("address", 0.78, "it says where a person is or lives");
  if (concept === "geo" && (context.entity === "place" || context.entity === "trade" || context.touchesPeople))
    return personal("address", 0.66, "it gives the position of an address");
  if (concept === "location" && context.touchesPeople)
    return personal("address", 0.6, "it says where something about a person took place");
  return nothing(0.6, "it names a place, and nothing in the table says whose");
}
