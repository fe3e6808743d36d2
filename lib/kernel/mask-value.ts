import type { Category } from "./vocabulary";

/** Stands for hidden characters; always three, so that a mask does not tell the length. */
export const HIDDEN = "•••";

/** Below this many letters and digits the last four would be too much of the value. */
const TAIL_LENGTH_MIN = 8;
const FREE_TEXT_LENGTH_MIN = 40;

function keepTail(text: string): string {
  const characters = [...text].filter((character) => /[\p{L}\p{N}]/u.test(character));
  return characters.length < TAIL_LENGTH_MIN ? HIDDEN : HIDDEN + characters.slice(-4).join("");
}

function keepInitial(word: string): string {
  const characters = [...word];
  return characters.length < 2 ? HIDDEN : `${characters[0] ?? ""}${HIDDEN}`;
}

function maskEmail(text: string): string {
  const at = text.lastIndexOf("@");
  if (at < 1 || at === text.length - 1 || /\s/.test(text)) return HIDDEN;
  const local = [...text.slice(0, at)];
  return `${local.length < 3 ? "" : local[0]}${HIDDEN}@${text.slice(at + 1)}`;
}

function maskName(text: string): string {
  const words = text.trim().split(/\s+/u).slice(0, 3);
  return text.length > FREE_TEXT_LENGTH_MIN ? HIDDEN : words.map(keepInitial).join(" ");
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
