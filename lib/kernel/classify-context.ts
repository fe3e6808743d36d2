import type { Concept } from "./column-concepts";
import { type EntityHit, findEntities, isPersonalRole } from "./column-entities";
import type { EntityKind } from "./column-lexicon-entities";
import { type NameReading, readName } from "./column-reading";
import { scoreStudy } from "./classify-study";
import type { Trait } from "./detect-trait";

/** What a table is about, judged from its name and the names of its columns. */
export type TableContext = {
  /** The last noun of the table's name. */
  readonly entity: EntityKind | null;
  /** Every noun of the table's name. */
  readonly entities: ReadonlySet<EntityKind>;
  /** Each row is a person (a customer, an employee, a contact). */
  readonly rowsArePeople: boolean;
  /** The table is a survey, a medical or a behavioural data set about people: each column is a fact about one of them. */
  readonly isStudy: boolean;
  readonly isMedical: boolean;
  /** The table's columns measure animals, goods or places, so a sex or an age in it is not a person's. */
  readonly isAboutObjects: boolean;
  /** Each row is a place of business (a branch, a shop, a station), whose address and phone are nobody's. */
  readonly isPremises: boolean;
  /** How many different parts of an address stand in the table, by the path they stand in ("" for plain columns). */
  readonly addressParts: ReadonlyMap<string, number>;
  /** Some column names or reaches a person. */
  readonly touchesPeople: boolean;
  /** Its name speaks of mail. */
  readonly isMail: boolean;
  readonly concepts: ReadonlySet<Concept>;
};

const ADDRESS_PARTS: readonly Concept[] = ["street", "city", "postcode", "country"];
const PERSON_NAMES: readonly Concept[] = ["first_name", "last_name", "full_name"];
const SIBLINGS_MAX = 400;

/** What the values of a table's columns show about the table as a whole. */
export type ValueEvidence = {
  /** The lists of personal facts that were recognised, one for each such column. */
  readonly traits: readonly Trait[];
  /** Some column holds e-mail addresses or phone numbers. */
  readonly reachesPeople: boolean;
  /** Some column has values at all. */
  readonly hasValues: boolean;
};

export function toTableContext(table: string, columns: readonly string[], evidence: ValueEvidence): TableContext {
  const readings = [...new Set(columns)].slice(0, SIBLINGS_MAX).sort().map(readName);
  const concepts = new Set(readings.flatMap((reading) => (reading.concept === null ? [] : [reading.concept])));
  const tableWords = readName(table).tokens.all;
  const tableEntities = findEntities(tableWords);
  const last = tableEntities.at(-1);
  const before = tableEntities.at(-2);
  // "user_profiles" are users.
  const isProfile = last?.kind === "weak_person" && TABLE_TAIL.has(last.phrase) && before?.kind === "person";
  const isFirm = last?.kind === "weak_person" && readings.some(isFirmMark);
  const entity = isFirm ? "org" : ((isProfile ? before.kind : last?.kind) ?? null);
  const study = scoreStudy(tableWords, readings, evidence);
  const rowsArePeople =
    study.isStudy || areRowsPeople(isHead(tableEntities, tableWords) ? entity : null, concepts, readings);
  return {
    entity,
    entities: new Set(tableEntities.map((hit) => hit.kind)),
    rowsArePeople,
    isStudy: study.isStudy,
    isMedical: study.isMedical,
    isAboutObjects: study.isAboutObjects,
    isPremises: isHead(tableEntities, tableWords) && PREMISES.has(tableEntities.at(-1)?.phrase ?? ""),
    addressParts: countAddressParts(readings),
    touchesPeople:
      rowsArePeople ||
      evidence.reachesPeople ||
      ["email", "phone", "first_name", "full_name", "birth"].some((concept) => concepts.has(concept as Concept)) ||
      readings.some(namesPerson) ||
      (entity === "support" && isCorrespondence(readings)),
    isMail: tableWords.some((word) => /mail/.test(word)),
    concepts,
  };
}

const PREMISES = new Set(
  "location locations branch branches office offices venue venues depot outlet outlets clinic clinics pharmacy campus facility facilities site sites store stores shop shops warehouse hotel hotels restaurant restaurants station stations airport airports building buildings house houses housing property properties department departments".split(
    " ",
  ),
);

/** "from" and "to" among the columns of messages and calls. */
function isCorrespondence(readings: readonly NameReading[]): boolean {
  const leaves = new Set(readings.map((reading) => reading.tokens.leaf.join(" ")));
  return leaves.has("from") && leaves.has("to");
}

/** What only firms have, so that the "accounts" of the table are companies. */
function isFirmMark({ tokens }: NameReading): boolean {
  return /^(?:industry|number of employees|num employees|employees count|company type|sic|naics|naics code|ticker symbol|annual revenue|founded at|founded year)$/.test(
    tokens.leaf.join(" "),
  );
}

const SIGNATURE = /\bby$|^att|card|signature/;

const TABLE_TAIL = new Set(
  "overview summary view listing report profile profiles table data dataset list info master record records details dim fact tbl view v csv export import all base raw".split(
    " ",
  ),
);

/** "user_password_resets" is not about users: the noun has to stand last, save for words that every table may carry. */
function isHead(entities: readonly EntityHit[], words: readonly string[]): boolean {
  const last = entities.at(-1);
  const before = entities.at(-2);
  if (last === undefined || (before?.kind === "thing" && before.end === last.start)) return false;
  return words.slice(last.end).every((word) => TABLE_TAIL.has(word) || /^\d+$/.test(word));
}

function areRowsPeople(
  entity: EntityKind | null,
  concepts: ReadonlySet<Concept>,
  readings: readonly NameReading[],
): boolean {
  if (entity === "person" || entity === "staff") return true;
  // "customer_name" in a table of parcels does not make the parcels people.
  const plain = new Set(
    readings.flatMap(({ concept, owner, phrase, tokens }) =>
      concept !== null && owner === null && tokens.path.length === 0 && !SIGNATURE.test(phrase) ? [concept] : [],
    ),
  );
  const hasName = PERSON_NAMES.some((concept) => plain.has(concept));
  if (entity !== null && ["support", "trade", "money", "booking", "document", "sales_note"].includes(entity))
    return false;
  const hasReach = concepts.has("email") || concepts.has("phone") || concepts.has("birth");
  if (plain.has("first_name") && plain.has("last_name")) return true;
  if (hasName && hasReach && entity !== "org") return true;
  if (entity === null && concepts.has("email") && concepts.has("username")) return true;
  if (entity === "weak_person" && concepts.has("email") && (concepts.has("name") || concepts.has("phone"))) return true;
  const owned = readings.filter(({ owner, tokens }) => owner?.kind === "person" && tokens.path.length === 0).length;
  return readings.length >= 4 && owned / readings.length >= 0.6;
}

function countAddressParts(readings: readonly NameReading[]): Map<string, number> {
  const parts = new Map<string, Set<Concept>>();
  for (const { concept, tokens } of readings) {
    if (concept === null || !ADDRESS_PARTS.includes(concept)) continue;
    const path = tokens.path.join(" ");
    parts.set(path, (parts.get(path) ?? new Set()).add(concept));
  }
  return new Map([...parts].map(([path, found]) => [path, found.size]));
}

/** "customer_id", "user_email": a column that points at or describes a person. */
function namesPerson(reading: NameReading): boolean {
  const kind = reading.owner?.kind;
  if (kind === "person" && reading.concept === null && reading.tokens.all.length === 1) return true;
  return (
    (kind === "person" || kind === "staff" || isPersonalRole(reading.owner)) &&
    reading.concept !== null &&
    ["id", "name", "full_name", "username", "street"].includes(reading.concept)
  );
}
