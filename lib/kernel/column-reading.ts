import { type Concept, type ConceptHit, findConcepts } from "./column-concepts";
import { type EntityHit, findEntities } from "./column-entities";
import type { EntityKind } from "./column-lexicon-entities";
import { type NameTokens, toNameTokens } from "./column-tokens";
import { QUALIFIER_WORDS } from "./column-vocabulary";

/** What a column's name says, before anything is known of its table or values. */
export type NameReading = {
  readonly tokens: NameTokens;
  /** What the column holds by its head word, or null when no word is known. */
  readonly concept: Concept | null;
  /** The phrase that said so. */
  readonly phrase: string;
  /** Whose it is: the nearest noun before or around the head ("ship" in ship_name, "customer" in address_of_customer). */
  readonly owner: EntityHit | null;
  /** The value is hashed, encrypted or anonymised according to its name. */
  readonly isDisguised: boolean;
  /** A noun for a thing stands after the head, so the name is about that ("email_campaign"). */
  readonly hasForeignTail: boolean;
  /** Words that nothing is known of stand after the head. */
  readonly hasUnknownTail: boolean;
  readonly isAggregate: boolean;
  /** It begins as a question or an order ("is_customer", "verify_email"), so it holds yes or no. */
  readonly isSwitch: boolean;
};

const DISGUISES = new Set(
  "hash hashed md5 sha sha1 sha256 encrypted enc obfuscated anonymized anonymised anonymous pseudonymized pseudonymised pseudonymous tokenized redacted verschlusselt chiffre cifrado".split(
    " ",
  ),
);
const AGGREGATES = new Set(
  "mpg avg average mean median min max sum total count std pct percent percentage ratio rate cumulative freq frequency".split(
    " ",
  ),
);
const SWITCHES = new Set(
  "is has have having can should must may verify allow allows enable enabled use uses show hide send require requires accepts accept marked unsubscribed opted ist hat est".split(
    " ",
  ),
);
/** Heads that only say in what form the word before them is kept. */
const TRANSPARENT = new Set(
  "code codes number no nr num value values text prefix suffix label abbr abbreviation data raw details info format key index list string name names description desc line lines 1 2 3 4 image url urls".split(
    " ",
  ),
);
/** Facts about a person that a "status" only words ("smoker_status"); of an e-mail or an order it is a status. */
const LASTING: ReadonlySet<Concept> = new Set<Concept>(["health", "criminal", "nationality", "job_title", "family"]);
/** Short words that mean what the lexicon says only when they stand alone. */
const ALONE_ONLY = new Set(
  "cc pan cp pin pass rg cif nir rfc ein nin pis ort str via land long lat lon cap ling aay cep born via agencia rue major degree first place about formula school major university college bank house".split(
    " ",
  ),
);

/** Nouns that may follow a meaning as its owner, as Romance languages put them ("adresse_client"). */
const OWNER_KINDS: ReadonlySet<EntityKind> = new Set<EntityKind>(["person", "weak_person", "staff", "org", "delivery"]);

export function readName(name: string): NameReading {
  const tokens = toNameTokens(name);
  const { leaf, path } = tokens;
  const hits = findConcepts(leaf).filter((hit) => !isStrayShort(hit, leaf));
  const head = pickHead(hits, leaf);
  const pathHit = head === null ? null : pathMeaning(head, path);
  const concept = pathHit ?? head?.concept ?? null;
  const tail = head === null ? "none" : judgeTail(leaf, head, hits);
  return {
    tokens,
    concept,
    phrase: head?.phrase ?? "",
    owner: pickOwner(leaf, path, head, hits),
    isDisguised:
      leaf.some((word) => DISGUISES.has(word)) || /(?:^| )(?:md 5|sha \d+|masked)(?: |$)/.test(leaf.join(" ")),
    hasForeignTail: tail === "foreign",
    hasUnknownTail: tail === "unknown",
    isSwitch: leaf.length > 1 && SWITCHES.has(leaf[0] ?? ""),
    isAggregate: leaf.some((word) => AGGREGATES.has(word)),
  };
}

function isStrayShort(hit: ConceptHit, leaf: readonly string[]): boolean {
  return (
    ALONE_ONLY.has(hit.phrase) &&
    leaf.some(
      (word, index) =>
        (index < hit.start || index >= hit.end) &&
        !QUALIFIER_WORDS.has(word) &&
        !/^\d+$/.test(word) &&
        findEntities([word]).length === 0,
    )
  );
}

/** The last meaning in the name, stepping back over words of form: "zip_code_prefix" is a postcode, "email_status" a status. */
function pickHead(hits: readonly ConceptHit[], leaf: readonly string[]): ConceptHit | null {
  for (let index = hits.length - 1; index >= 0; index -= 1) {
    const hit = hits[index];
    const before = hits[index - 1];
    if (hit === undefined) continue;
    const isForm =
      before !== undefined &&
      before.end === hit.start &&
      (TRANSPARENT.has(hit.phrase) || (hit.phrase === "status" && LASTING.has(before.concept)));
    if (!isForm || (hit.concept === "name" && !isNamed(before))) return swapLeading(hit, hits, leaf);
  }
  return hits[0] ?? null;
}

/** "city name" and "bank name" name the thing before; after other words "name" stays the head. */
function isNamed(hit: ConceptHit): boolean {
  return [
    "city",
    "country",
    "region",
    "bank",
    "street",
    "job_title",
    "education",
    "location",
    "health",
    "health_hint",
    "kind",
    "config",
    "id",
    "link",
    "behaviour",
    "payment",
    "purchase",
    "business",
    "stamp",
    "language",
  ].includes(hit.concept);
}

/** Romance languages put the meaning first: in "data_nascimento_cliente" or "estado_civil" phrases already hold it; "fecha_email" does not. */
function swapLeading(head: ConceptHit, hits: readonly ConceptHit[], leaf: readonly string[]): ConceptHit {
  const first = hits[0];
  const isLeadingMeaning =
    first !== undefined &&
    first !== head &&
    first.end < head.start &&
    /^(?:de|del|da|do|des|du|of)$/.test(leaf[first.end] ?? "");
  return isLeadingMeaning ? first : head;
}

/** "name.first", "address.line": the outer words complete the inner one. */
function pathMeaning(head: ConceptHit, path: readonly string[]): Concept | null {
  if (path.length === 0) return null;
  const outer = findConcepts(path).at(-1)?.concept;
  if (outer === "photo" && head.concept === "link") return "photo";
  if (outer === "social" && head.concept === "link") return "social";
  return null;
}

function pickOwner(
  leaf: readonly string[],
  path: readonly string[],
  head: ConceptHit | null,
  hits: readonly ConceptHit[],
): EntityHit | null {
  const taken = hits.filter((hit) => hit === head || PLACES.has(hit.concept));
  const outside = findEntities(leaf).filter((hit) =>
    taken.every((other) => hit.end <= other.start || hit.start >= other.end),
  );
  const before = outside.filter((hit) => head === null || hit.end <= head.start).at(-1);
  return before ?? outside[0] ?? pathRole(path) ?? findEntities(path).at(-1) ?? null;
}

/** "created_by__email", "assigned_to__id": whoever did it or has it is somebody of the house or a customer. */
function pathRole(path: readonly string[]): EntityHit | null {
  const phrase = path.slice(-2).join(" ");
  return /^(?:[a-z]{3,}ed by|assigned to)$/.test(phrase)
    ? { kind: "staff", phrase, start: path.length - 2, end: path.length }
    : null;
}

/** In "state_province_region" no word is a thing that owns another. */
const PLACES: ReadonlySet<Concept> = new Set<Concept>(["region", "city", "country", "street"]);

function judgeTail(
  leaf: readonly string[],
  head: ConceptHit,
  hits: readonly ConceptHit[],
): "none" | "foreign" | "unknown" {
  let isUnknown = false;
  for (let index = head.end; index < leaf.length; index += 1) {
    const word = leaf[index] ?? "";
    const isMeant = hits.some((hit) => index >= hit.start && index < hit.end);
    if (isMeant || QUALIFIER_WORDS.has(word) || /^\d+$/.test(word)) continue;
    const entity = findEntities(leaf.slice(index)).find((hit) => hit.start === 0);
    if (entity === undefined) isUnknown = true;
    else if (!OWNER_KINDS.has(entity.kind) || head.concept === "amount") return "foreign";
    else index += entity.end - 1;
  }
  return isUnknown ? "unknown" : "none";
}
