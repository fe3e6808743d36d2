import { toPhrases } from "./column-fold";
import { BUSINESS_WORDS } from "./column-lexicon-business";
import { CONTACT_WORDS, PLACE_WORDS } from "./column-lexicon-contact";
import { HEALTH_WORDS } from "./column-lexicon-health";
import { PERSON_WORDS } from "./column-lexicon-person";
import { SYSTEM_WORDS } from "./column-lexicon-system";

/** What a word or phrase in a column's name says the column holds. Earlier lists win where two hold the same phrase. */
const CONCEPT_WORDS = {
  ...CONTACT_WORDS,
  ...PLACE_WORDS,
  ...PERSON_WORDS,
  ...HEALTH_WORDS,
  ...BUSINESS_WORDS,
  ...SYSTEM_WORDS,
} as const;
export type Concept = keyof typeof CONCEPT_WORDS;
export type SystemConcept = keyof typeof SYSTEM_WORDS;

const CONCEPT_BY_PHRASE = new Map<string, Concept>();
for (const [concept, list] of Object.entries(CONCEPT_WORDS) as [Concept, string][]) {
  for (const phrase of toPhrases(list)) if (!CONCEPT_BY_PHRASE.has(phrase)) CONCEPT_BY_PHRASE.set(phrase, concept);
}

const PHRASE_WORDS_MAX = 5;

export type ConceptHit = {
  readonly concept: Concept;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
};

/** What is named in a run of words, longest phrase first, left to right, without overlap. */
export function findConcepts(words: readonly string[]): ConceptHit[] {
  const hits: ConceptHit[] = [];
  for (let start = 0; start < words.length; ) {
    const hit = longestAt(words, start);
    if (hit !== null) hits.push(hit);
    start = hit?.end ?? start + 1;
  }
  return hits;
}

function longestAt(words: readonly string[], start: number): ConceptHit | null {
  for (let size = Math.min(PHRASE_WORDS_MAX, words.length - start); size > 0; size -= 1) {
    const phrase = words.slice(start, start + size).join(" ");
    const concept = CONCEPT_BY_PHRASE.get(phrase);
    if (concept !== undefined) return { concept, phrase, start, end: start + size };
  }
  return null;
}

export function isSystemConcept(concept: Concept): concept is SystemConcept {
  return concept in SYSTEM_WORDS;
}

/** Every single word of the concept phrases, for splitting glued names. */
export function listConceptWords(): string[] {
  return [...CONCEPT_BY_PHRASE.keys()].flatMap((phrase) => phrase.split(" "));
}
