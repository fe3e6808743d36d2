import type { Concept } from "./column-concepts";
import { findEntities } from "./column-entities";
import type { EntityKind } from "./column-lexicon-entities";
import { type NameReading, readName } from "./column-reading";
import { scoreStudy } from "./classify-study";

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
  /** How many different parts of an address stand in the table. */
  readonly addressParts: number;
  /** Some column names or reaches a person. */
  readonly touchesPeople: boolean;
  readonly concepts: ReadonlySet<Concept>;
};

const ADDRESS_PARTS: readonly Concept[] = ["street", "city", "postcode", "country"];
const PERSON_NAMES: readonly Concept[] = ["first_name", "last_name", "full_name"];
const SIBLINGS_MAX = 400;

export function toTableContext(table: string, columns: readonly string[]): TableContext {
  const readings = [...new Set(columns)].slice(0, SIBLINGS_MAX).sort().map(readName);
  const concepts = new Set(readings.flatMap((reading) => (reading.concept === null ? [] : [reading.concept])));
  const tableWords = readName(table).tokens.all;
  const tableEntities = findEntities(tableWords);
  const entity = tableEntities.at(-1)?.kind ?? null;
  const study = scoreStudy(tableWords, readings);
  const rowsArePeople = study.isStudy || areRowsPeople(entity, concepts, readings);
  return {
    entity,
    entities: new Set(tableEntities.map((hit) => hit.kind)),
    rowsArePeople,
    isStudy: study.isStudy,
    isMedical: study.isMedical,
    addressParts: ADDRESS_PARTS.filter((part) => concepts.has(part)).length,
    touchesPeople: rowsArePeople || concepts.has("email") || concepts.has("phone") || readings.some(namesPerson),
    concepts,
  };
}

function areRowsPeople(entity: EntityKind | null, concepts: ReadonlySet<Concept>, readings: readonly NameReading[]): boolean {
  if (entity === "person" || entity === "staff") return true;
  const hasName = PERSON_NAMES.some((concept) => concepts.has(concept));
  const hasReach = concepts.has("email") || concepts.has("phone") || concepts.has("birth");
  if (concepts.has("first_name") && concepts.has("last_name")) return true;
  if (hasName && hasReach && entity !== "org") return true;
  if (entity === "weak_person" && concepts.has("email") && (concepts.has("name") || concepts.has("phone"))) return true;
  const owned = readings.filter((reading) => reading.owner?.kind === "person").length;
  return readings.length >= 4 && owned / readings.length >= 0.6;
}

/** "customer_id", "user_email": a column that points at or describes a person. */
function namesPerson(reading: NameReading): boolean {
  const kind = reading.owner?.kind;
  return (kind === "person" || kind === "staff") && reading.concept !== null && ["id", "name", "full_name", "username", "street"].includes(reading.concept);
}
