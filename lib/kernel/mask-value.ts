import type { Category } from "./vocabulary";

/** Stands for hidden characters; always three, so that a mask does not tell the length. */
export const HIDDEN = "•••";

/** Below this many letters and digits the last four would be too much of the value. */
const TAIL_LENGTH_MIN = 8;
const FREE_TEXT_LENGTH_MIN = 40;
const EMAIL_LENGTH_MAX = 320;

function lettersAndDigits(text: string): string[] {
  return [...text].filter((character) => /[\p{L}\p{N}]/u.test(character));
}

function keepTail(text: string): string {
  const characters = lettersAndDigits(text);
  return characters.length < TAIL_LENGTH_MIN ? HIDDEN : HIDDEN + characters.slice(-4).join("");
}

function keepInitial(word: string): string {
  const [initial = "", ...rest] = lettersAndDigits(word);
  return rest.length === 0 ? HIDDEN : `${initial}${HIDDEN}`;
}

function maskEmail(text: string): string {
  if (text.length > EMAIL_LENGTH_MAX) return HIDDEN;
  const match = /^([^\s@]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)$/u.exec(text.trim());
  if (match === null) return HIDDEN;
  const local = [...(match[1] ?? "")];
  return `${local.length < 3 ? "" : local[0]}${HIDDEN}@${match[2]}`;
}

function maskName(text: string): string {
  if (text.length > FREE_TEXT_LENGTH_MIN) return HIDDEN;
  return text.trim().split(/\s+/u).slice(0, 3).map(keepInitial).join(" ");
}

/** Keeps what a person needs to recognise a value they know, and no more: last four, first letters, an e-mail's domain. */
export function maskText(text: string, category: Category): string {
  switch (category) {
    case "email":
      return maskEmail(text);
    case "phone":
    case "identifier":
    case "payment_context":
      return keepTail(text);
    case "name":
      return maskName(text);
    case "address":
      return text.length > FREE_TEXT_LENGTH_MIN ? HIDDEN : keepInitial(text.trim());
    case "purchase_history":
    case "support_issue":
    case "business_sensitive":
    case "credential":
    case "special_category":
    case "none":
      return HIDDEN;
  }
}
