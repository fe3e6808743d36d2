import { findEntities } from "./column-entities";
import type { EntityKind } from "./column-lexicon-entities";
import { toNameTokens } from "./column-tokens";

/** The nouns of a table's name, as far as what its rows are goes. */
export type TableNouns = {
  /** What a row is: the last noun, or what the words before a "details", "lines" or "history" say. */
  readonly head: EntityKind | null;
  /** The noun before the head. */
  readonly before: EntityKind | null;
  /** The name speaks of the company's own people. */
  readonly isStaff: boolean;
  /** The name ends in a word for choices, settings or links ("customer_types", "user_roles"). */
  readonly isSettings: boolean;
};

const SETTINGS = new Set(
  "type types status statuses role roles permission permissions setting settings config configuration category categories group groups tag tags label labels template templates preference preferences migration migrations territory territories demographics demo demographic definition definitions rule rules reason reasons stage stages method methods".split(
    " ",
  ),
);
/** Words that keep the meaning of what stands before them. */
const TAILS = new Set(
  "detail details line lines item items entry entries record records data info table list master history archive header headers overview summary view position positions open all active current".split(
    " ",
  ),
);
const STAFF_WORDS = new Set(
  "employee employees staff worker admin admins mitarbeiter employe employes empleado empleados funcionario funcionarios karmchari rep reps".split(
    " ",
  ),
);

export function toNounKinds(table: string): TableNouns {
  const words = toNameTokens(table).all;
  const nouns = findEntities(words);
  const last = words.at(-1) ?? "";
  // "order_items" is one noun; "ticket_history" steps back to the ticket.
  const kept = nouns.filter((noun) => !TAILS.has(noun.phrase) || nouns.length === 1);
  const head = kept.at(-1);
  return {
    head: head?.kind ?? null,
    before: kept.at(-2)?.kind ?? null,
    isStaff: words.some((word) => STAFF_WORDS.has(word)),
    isSettings:
      words.length > 1 && SETTINGS.has(last) && !(head !== undefined && words.length === head.end - head.start),
  };
}
