/** Lower case, without accents, invisible characters or full-width forms, so that "Straße" and "STRASSE" are one word. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae");
}

/** "first name, vorname" → ["first name", "vorname"], folded. */
export function toPhrases(list: string): string[] {
  return foldText(list)
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "");
}
