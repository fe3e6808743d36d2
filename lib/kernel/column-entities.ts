import { toPhrases } from "./column-fold";
import { ENTITY_WORDS, type EntityKind } from "./column-lexicon-entities";

const ENTITY_BY_PHRASE = new Map<string, EntityKind>();
for (const [kind, list] of Object.entries(ENTITY_WORDS)) {
  for (const phrase of toPhrases(list))
    if (!ENTITY_BY_PHRASE.has(phrase)) ENTITY_BY_PHRASE.set(phrase, kind as EntityKind);
}

const PHRASE_WORDS_MAX = 3;

export type EntityHit = {
  readonly kind: EntityKind;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
};

/** The nouns named in a run of words, longest first, left to right. */
export function findEntities(words: readonly string[]): EntityHit[] {
  const hits: EntityHit[] = [];
  for (let start = 0; start < words.length; ) {
    const hit = longestAt(words, start);
    if (hit !== null) hits.push(hit);
    start = hit?.end ?? start + 1;
  }
  return hits;
}

function longestAt(words: readonly string[], start: number): EntityHit | null {
  for (let size = Math.min(PHRASE_WORDS_MAX, words.length - start); size > 0; size -= 1) {
    const phrase = words.slice(start, start + size).join(" ");
    // The lists need not hold every plural.
    const kind = ENTITY_BY_PHRASE.get(phrase) ?? ENTITY_BY_PHRASE.get(phrase.replace(/(?<=[a-z]{4})s$/, ""));
    if (kind !== undefined) return { kind, phrase, start, end: start + size };
  }
  return null;
}

/** Every single word of the entity phrases, for splitting glued names. */
export function listEntityWords(): string[] {
  return [...ENTITY_BY_PHRASE.keys()].flatMap((phrase) => phrase.split(" "));
}

const PERSONAL_ROLES = new Set(
  "owner owners committer contributor contributors maintainer maintainers editor editors inviter author authors sender senders creator creators holder holders reporter commenter follower followers friend friends collaborator collaborators speaker speakers manager managers host hosts agent agents seller sellers".split(
    " ",
  ),
);

/** Of the weak nouns those that only a person (or a team) can be; "client", "account" and "device" are not among them. */
export function isPersonalRole(hit: EntityHit | null): boolean {
  return hit !== null && PERSONAL_ROLES.has(hit.phrase);
}
