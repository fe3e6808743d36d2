import type { TableContext } from "./classify-context";
import { judgeBusinessConcept } from "./classify-business-concept";
import { judgePersonConcept } from "./classify-person-concept";
import { judgePlaceConcept } from "./classify-place-concept";
import { impersonal, nothing, personal, type Verdict } from "./classify-verdict";
import { holdsWords, type TypeFamily } from "./column-data-type";
import { isSystemConcept } from "./column-concepts";
import { findEntities, isPersonalRole } from "./column-entities";
import { namesAgent } from "./column-roles";
import { toPhrases } from "./column-fold";
import type { NameReading } from "./column-reading";
import { isKnownWord } from "./column-vocabulary";

const EMPLOYERS = new Set(
  "company organization organisation employer firma unternehmen entreprise societe empresa azienda bedrijf".split(" "),
);

/** Roles that a row gives to someone. Unlike "customer" or "user" they seldom name a table that a bare column could point at. */
const ROLES = new Set(
  toPhrases(
    "recipient, sender, representative, beneficiary, payee, addressee, signatory, consignee, witness, guardian, data protection officer, legal representative",
  ),
);

const SUPERIOR = /^(?:supervisor|line manager|reports to|referred by|recommended by)$/;
const CORRESPONDENT =
  /^(?:(?:from|to|cc|bcc|reply to|sender|recipient)(?: formatted| raw)?|forwarded from|forwarded to)$/;

/** What the rules know beside the name. */
export type NameFacts = {
  readonly reading: NameReading;
  readonly context: TableContext;
  readonly family: TypeFamily;
  readonly isPrimaryKey: boolean;
  /** The column points at a table of people. */
  readonly pointsAtPeople: boolean;
  /** The column points at some other table. */
  readonly pointsElsewhere: boolean;
  /** Neither type nor key nor value nor comment is known: only a telling name counts. */
  readonly isBlind: boolean;
};

/** Judges a column by its name, its type, its keys and its table, without its values. */
export function judgeByName(facts: NameFacts): Verdict {
  const verdict = judgeName(facts);
  // In a data set about people every column is a fact about one of them.
  return facts.context.isStudy && verdict.category === "none" && !facts.pointsElsewhere
    ? judgeStudyRest(facts.context, facts.reading)
    : verdict;
}

function judgeName(facts: NameFacts): Verdict {
  const { reading, family, context } = facts;
  if (facts.pointsAtPeople) return personal("identifier", 0.93, "it is a key that points at a table of people");
  if (family === "boolean" && !context.isStudy) return nothing(0.92, "it holds only yes or no");
  if (reading.isSwitch && !context.isStudy) return nothing(0.85, "its name says that it holds only yes or no");
  const secret = judgeSecret(facts);
  if (secret !== null) return secret;
  if (facts.pointsElsewhere) return nothing(0.9, "it is a key that points at a table that is not about people");
  const { concept } = reading;
  if (
    concept !== null &&
    reading.isDisguised &&
    reading.phrase !== "anonymous id" &&
    concept !== "card" &&
    !isSystemConcept(concept)
  ) {
    return impersonal("identifier", 0.6, "its name says that it is a hashed or anonymised form of something personal");
  }
  if (
    /^(?:first|last)$/.test(reading.tokens.leaf.join(" ")) &&
    (reading.owner?.kind === "person" || reading.owner?.kind === "staff")
  )
    return personal("name", 0.8, "it is part of a person's name");
  if (concept === null) return judgeUnknownName(facts);
  if (concept === "id") return judgeKey(facts);
  return (
    judgePersonConcept(facts, concept) ??
    judgePlaceConcept(facts, concept) ??
    judgeBusinessConcept(facts, concept) ??
    judgeSystem(facts)
  );
}

function judgeSecret({ reading, family, context }: NameFacts): Verdict | null {
  const { concept, phrase } = reading;
  if (
    (concept !== "password" && concept !== "secret") ||
    reading.hasForeignTail ||
    reading.hasUnknownTail ||
    !(holdsWords(family) || family === "binary" || family === "structured" || family === "integer")
  )
    return null;
  const isPersonsOwn =
    concept === "password" &&
    !reading.isDisguised &&
    !/hash|otp|secret|salt|digest|token|codes/.test(phrase) &&
    (context.rowsArePeople || context.entities.has("weak_person"));
  const confidence = phrase.length <= 4 || phrase === "token" || phrase === "tokens" ? 0.75 : 0.94;
  return {
    category: "credential",
    confidence,
    isPersonal: isPersonsOwn,
    because: "its name says that it holds a password, key or token",
  };
}

function judgeKey({ reading, context, isPrimaryKey, isBlind, family }: NameFacts): Verdict {
  const kind = reading.owner?.kind;
  const isQualifiedByThing = reading.hasForeignTail || reading.hasUnknownTail || isOfOther(reading);
  if ((kind === "person" || kind === "staff") && !isQualifiedByThing)
    return personal("identifier", 0.86, "its name says that it is a person's number");
  if (kind === "weak_person" && !isBlind && family !== "other" && context.touchesPeople)
    return personal("identifier", 0.6, "it is probably the number of a person or an account");
  if ((isPersonalRole(reading.owner) || namesAgent(reading)) && !isQualifiedByThing)
    return personal("identifier", 0.64, "it says who wrote, owns or does something");
  const isOwnKey = reading.owner === null && reading.tokens.path.length === 0;
  if (isOwnKey && context.rowsArePeople && (isPrimaryKey || isBareId(reading))) {
    return personal("identifier", 0.82, "it is the key of a table in which each row is a person");
  }
  return nothing(0.88, "it numbers something that is not a person");
}

/** "users_view_id" numbers a view, not a user: a word that nothing is known of stands between the person and the number. */
function isOfOther({ owner, tokens, phrase }: NameReading): boolean {
  const name = tokens.leaf.join(" ");
  const at = owner === null ? -1 : name.indexOf(owner.phrase);
  const end = name.lastIndexOf(phrase);
  if (owner === null || at < 0 || end < at) return false;
  const between = name.slice(at + owner.phrase.length, end).trim();
  return between !== "" && between.split(" ").every((word) => word.length > 3 && !isKnownWord(word));
}

function isBareId(reading: NameReading): boolean {
  return /^(?:id|uid|uuid|guid|gid|pk|external id|record id|oid)$/.test(reading.tokens.leaf.join(" "));
}

function judgeSystem({ context, family }: NameFacts): Verdict {
  if (family === "structured" && context.touchesPeople)
    return nothing(0.4, "it holds nested data, which may speak of people: look inside");
  return nothing(0.85, "its name says that it is about the record, not about a person");
}

function judgeUnknownName({ context, reading, family, isBlind }: NameFacts): Verdict {
  if (family === "network") return personal("identifier", 0.85, "its type holds network addresses");
  const kind = reading.owner?.kind;
  const isBilled = (context.addressParts.get(reading.tokens.path.join(" ")) ?? 0) > 1 && reading.tokens.path.length > 0;
  const pathKind = findEntities(reading.tokens.path).at(-1)?.kind;
  const isOwnersPath = pathKind === "person" || (pathKind === "weak_person" && context.concepts.has("last_name"));
  if (
    kind === "org" &&
    (context.rowsArePeople || isBilled || isOwnersPath) &&
    holdsWords(family) &&
    EMPLOYERS.has(reading.tokens.leaf.at(-1) ?? "")
  ) {
    return personal("name", 0.6, "it names the company that a person in this table belongs to");
  }
  if (reading.tokens.leaf.join(" ") === "rep" && !context.touchesPeople)
    return nothing(0.5, "it may be a replicate of a trial");
  const isPlural = /[^s]s$/.test(reading.tokens.leaf.at(-1) ?? "");
  if ((kind === "person" || kind === "staff") && !isBlind && !isPlural && holdsWords(family))
    return personal("name", 0.5, "its name is a person's role, so it probably holds who that is");
  if (family === "structured" && context.touchesPeople)
    return nothing(0.4, "it holds nested data, which may speak of people: look inside");
  if (context.entity === "support" && CORRESPONDENT.test(reading.tokens.leaf.join(" "))) {
    return personal(context.isMail ? "email" : "phone", 0.5, "it says who sent or received a message");
  }
  if (SUPERIOR.test(reading.tokens.leaf.join(" ")) && context.rowsArePeople)
    return personal("name", 0.55, "it says who someone works for or came through");
  if (ROLES.has(reading.tokens.leaf.join(" ")))
    return personal("name", 0.5, "its name is a person's role, so it probably holds who that is");
  if (kind === "person" && reading.tokens.leaf.length === 1 && !/s$/.test(reading.tokens.leaf[0] ?? "s")) {
    return nothing(0.4, "its name is a role and nothing says whether it holds a name or a number");
  }
  return nothing(0.5, "nothing in its name speaks of a person");
}

function judgeStudyRest(context: TableContext, reading: NameReading): Verdict {
  if (reading.concept === "stamp" && /^(?:created|updated|modified)/.test(reading.phrase))
    return nothing(0.8, "its name says that it is about the record, not about a person");
  if (context.isMedical)
    return personal("special_category", 0.66, "it stands in a table of medical facts about people");
  return personal("purchase_history", 0.56, "it stands in a table where each row describes one person");
}
