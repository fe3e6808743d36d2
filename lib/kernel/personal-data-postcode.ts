import { readBefore } from "./personal-data-context";
import type { PersonalSpan } from "./personal-data-span";

/** Postcodes that stand apart from a street, and dates of birth. */

const POSTCODE_CUE =
  /(?:(?<![a-z])(?:zip(?: ?code)?|post(?:al)? ?code|postcode|postleitzahl|plz|code postal|codigo postal|codigo de endereco postal|cep|c\.?p\.?|cap|pin ?code|area code|postal|postnummer|postinumero|psc|iranyitoszam|kod pocztowy)(?![a-z])[^.\n\d]{0,24}|(?<![a-z])(?:zip|plz|cep)\W{0,3})$/;
const CODE =
  /(?<![\p{L}\p{N}-])(?:[A-Z]{1,2}-)?\d{3,6}(?:[ -]\d{2,4})?(?: ?[A-Z]{2}(?![\p{L}\p{N}]))?(?![\p{L}\p{N}]|[.,]\d)/gu;
/** Great Britain, Canada, the United States with a state, Brazil, Portugal, the Netherlands before a town. */
const TELLING = new RegExp(
  [
    "(?:GIR ?0AA|(?:[A-PR-UWYZ]\\d[\\dABCDEFGHJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\\d[\\dABEHMNPRVWXY]?) ?\\d[ABD-HJLNP-UW-Z]{2})",
    "[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] \\d[ABCEGHJ-NPRSTV-Z]\\d",
    "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \\d{5}(?:-\\d{4})?",
    "\\d{5}-\\d{3,4}",
    "\\d{4}-\\d{3}(?= \\p{Lu})",
    "[1-9]\\d{3} ?(?!(?:SA|SD|SS|AM|PM|EU|US|UK|BC|AD)(?!\\p{L}))[A-Z]{2}(?=,? +\\p{Lu}\\p{Ll})",
  ]
    .map((form) => `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`)
    .join("|"),
  "gu",
);
/** "in 10115 Berlin", "Acquapendente 1021": a town beside its code. */
const BESIDE_TOWN =
  /(?<=(?:^|[\s,(])(?:in|aus|nach|a|à|en|te|di|near|from|to|at|,)\s)(?:[A-Z]{1,2}-)?\d{4,5}(?= \p{Lu}\p{L}{2,})|(?<=(?:^|[\s,(])(?:in|aus|nach|à|en|em|te|near|from)\s\p{Lu}[\p{L}'’-]{3,30}(?: (?:d[aeiou]l?|la|am|an der|auf) \p{Lu}[\p{L}'’-]{2,30}| \p{Lu}[\p{L}'’-]{0,30}){0,3},? )(?!(?:19|20)\d\d(?!\d))\d{3,5}(?:[ -]\d{2,4}|-\d{3})?(?: [A-Z]{2}(?!\p{L}))?(?![\p{L}\p{N}]|[.,]\d)/gu;

export function findPostcodes(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  const add = (start: number, length: number, score: number): void => {
    found.push({ start, end: start + length, type: "address", score });
  };
  for (const match of text.matchAll(CODE))
    if (POSTCODE_CUE.test(readBefore(text, match.index, 45))) add(match.index, match[0].length, 0.85);
  for (const match of text.matchAll(TELLING)) add(match.index, match[0].length, 0.7);
  for (const match of text.matchAll(BESIDE_TOWN)) add(match.index, match[0].length, 0.55);
  return found;
}

const MONTH =
  "(?:jan|feb|f[eé]v|m[aä]r|apr|a[vb]r|ma[iyjg]|jun|jui|giu|jul|lug|aug|ago|ao[uû]|sep|set|o[kc]t|ott|out|nov|de[czs]|di[cz]|ene|gen)\\p{L}{0,7}\\.?";
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th|\\.)?(?: (?:of|de|di))? ?-?${MONTH}(?: de| di|,)?[ -]\\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?![\\p{L}\\p{N}])`,
  "giu",
);
const BIRTH_CUE =
  /(?<![a-z])(?:born|birth\w*|dob|d\.o\.b\.?|geboren|geburt\w*|geb\.?|nee? le|naissance|nacid[oa]|nacimiento|fecha de nac\w*|nascid[oa]|nascimento|nat[oa]|nascita|geboorte\w*|janm\w*)(?![a-z])[^.!?]{0,30}$/;

export function findBirthDates(text: string): PersonalSpan[] {
  return [...text.matchAll(DATE)]
    .filter((match) => BIRTH_CUE.test(readBefore(text, match.index, 50)))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      type: "date_of_birth" as const,
      score: 0.9,
    }));
}
