import { listConceptWords } from "./column-concepts";
import { listEntityWords } from "./column-entities";

/** Words that only qualify others: they name nothing, but glued names are split at them. */
export const QUALIFIER_WORDS = new Set(
  `v home work office business private personal primary secondary main alt alternate alternative other old new current previous original first last second third backup recovery additional default preferred legal official
   full short long raw clean normalized formatted text string str val value info information detail details line lines one two three 1 2 3 4 5 a b x y the of to for in on and or by with my your his her
   hash hashed md 5 sha 256 encrypted enc masked obfuscated anonymized anonymised pseudonymized tokenized redacted truncated plain prefix suffix privat geschaftlich dienstlich haupt neu alt vollstandig prive domicile travail principal
   particular trabajo casa principal secundario comercial residencial de del da do das dos la le les el los las du des der die das von fur und et e y ka ki ke verified unverified source billing shipping emergency`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

const KNOWN_WORDS = new Set([...listConceptWords(), ...listEntityWords(), ...QUALIFIER_WORDS]);

/** Whether a word is one the lexicons know on its own or inside a phrase. */
export function isKnownWord(word: string): boolean {
  return KNOWN_WORDS.has(word);
}
