import { isNationalId } from "./detect-number";
import { isLuhn, isMonthAndDay, isRepeated, toWeightedSum } from "./personal-data-check-digits";
import { HEALTH, type IdForm, IDENTITY, LICENCE, PASSPORT, TAX, VEHICLE } from "./personal-data-id-form";

const isAadhaar = (code: string): boolean =>
  /^[2-9]/.test(code) && !isPalindrome(code) && isNationalId(code.replace(/^(\d{4})(\d{4})(\d{4})$/, "$1 $2 $3"));
const isPalindrome = (code: string): boolean => [...code].toReversed().join("") === code;

const isThai = (code: string): boolean =>
  (11 - (toWeightedSum(code, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(code[12]) &&
  /^[1-8]/.test(code) &&
  !isRepeated(code);

const isTurkish = (code: string): boolean => {
  const odd = toWeightedSum(code, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = toWeightedSum(code, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return !code.startsWith("0") && tenth === Number(code[9]) && (odd + even + tenth) % 10 === Number(code[10]);
};

const isChinese = (code: string): boolean =>
  isMonthAndDay(code.slice(10, 12), code.slice(12, 14)) &&
  "10X98765432"[toWeightedSum(code, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === code[17];

const isKorean = (code: string): boolean => isMonthAndDay(code.slice(2, 4), code.slice(4, 6));
const isKoreanBusiness = (code: string): boolean => {
  const sum = toWeightedSum(code, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(code[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(code[9]);
};

const isSouthAfrican = (code: string): boolean =>
  isMonthAndDay(code.slice(2, 4), code.slice(4, 6)) && /^\d{10}[01]/.test(code) && isLuhn(code);
const isAustralianTax = (code: string): boolean => toWeightedSum(code, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;
const isAustralianBusiness = (code: string): boolean =>
  !code.startsWith("0") && (toWeightedSum(code, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0;
const isAustralianCompany = (code: string): boolean =>
  (10 - (toWeightedSum(code, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(code[8]);
const isMedicare = (code: string): boolean => toWeightedSum(code, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(code[8]);

const id = (pattern: string, cue: string | null, isValid?: IdForm["isValid"]): IdForm => ({
  type: "national_id",
  pattern,
  cue,
  ...(isValid === undefined ? {} : { isValid }),
});

/** Asia, Africa and Oceania. */
export const ASIAN_IDS: readonly IdForm[] = [
  // India.
  id("\\d{4}[ -:]\\d{4}[ -:]\\d{4}|\\d{12}", null, isAadhaar),
  id("[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]", null),
  id("[A-Z]{5}\\d{4}[A-Z]", "pan|permanent account|income tax"),
  { type: "other_id", pattern: "(?:0[1-9]|[12]\\d|3[0-8])[A-Z]{5}\\d{4}[A-Z][A-Z\\d]Z[A-Z\\d]", cue: null },
  id("[A-PR-WY]\\d{7}", PASSPORT),
  id("[A-Z]{3}\\d{7}", `voter|epic|election|${IDENTITY}`),
  { type: "vehicle", pattern: "[A-Z]{2}[ -]?\\d{1,2}[ -]?[A-Z]{1,3}[ -]?\\d{4}", cue: null },
  { type: "vehicle", pattern: "[A-Z]{2,3}[ -]?\\d{4}", cue: VEHICLE },
  // East and South-East Asia.
  id("\\d{6}[-]?[1-8]\\d{6}", null, isKorean),
  {
    type: "other_id",
    pattern: "\\d{3}-?\\d{2}-?\\d{5}",
    isValid: isKoreanBusiness,
    cue: `business|brn|registration|${TAX}`,
  },
  id("(?:1[1-9]|2[0-8])-?\\d{2}-?\\d{6}-?\\d{2}", LICENCE),
  id("(?:1[1-9]|2[0-8])-\\d{2}-\\d{6}-\\d{2}", null),
  id("[MSRDG]\\d{3}[A-Z]\\d{4}|[MSRDG]\\d{8}", PASSPORT),
  id("[STFGM]\\d{7}[A-Z]", null),
  { type: "other_id", pattern: "\\d{8,9}[A-Z]|[RST]\\d{2}[A-Z]{2}\\d{4}[A-Z]", cue: "uen|company|business|entity" },
  id("\\d-?\\d{4}-?\\d{5}-?\\d{2}-?\\d", null, isThai),
  id("\\d{17}[\\dX]", null, isChinese),
  id("[A-Z][12]\\d{8}", IDENTITY),
  id("[A-Z]{1,2}\\d{6}\\([\\dA]\\)", null),
  id("\\d{6}-?\\d{2}-?\\d{4}", "mykad|nric|ic", (code) => isMonthAndDay(code.slice(2, 4), code.slice(4, 6))),
  id("\\d{3}-?\\d{3}-?\\d{3}(?:-?\\d{3,5})?", "tin|bir"),
  id("\\d{16}|\\d{6}\\.\\d{6}\\.\\d{4}", "nik|ktp"),
  id("\\d{4}[ -]?\\d{4}[ -]?\\d{4}", "my number|mynumber|individual number"),
  // The Near East.
  id("\\d{11}", null, isTurkish),
  {
    type: "vehicle",
    pattern: "(?:0[1-9]|[1-7]\\d|8[01]) ?(?:[A-Z] ?\\d{4,5}|[A-Z]{2} ?\\d{3,4}|[A-Z]{3} ?\\d{2,4})",
    cue: VEHICLE,
  },
  id("\\d{9}", "teudat|zehut|israeli id", isLuhn),
  id("784-?\\d{4}-?\\d{7}-?\\d", null),
  // Africa and Oceania.
  id("\\d{13}", null, isSouthAfrican),
  id("\\d{11}", "nin|bvn|national identi\\w*"),
  { type: "vehicle", pattern: "[A-Z]{3}-\\d{3}[A-Z]{2}", cue: null },
  id("\\d{3} ?\\d{3} ?\\d{3}", "tfn|tax", isAustralianTax),
  { type: "other_id", pattern: "\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}", isValid: isAustralianBusiness, cue: "abn|business" },
  { type: "other_id", pattern: "\\d{3} ?\\d{3} ?\\d{3}", isValid: isAustralianCompany, cue: "acn|company" },
  id("[2-6]\\d{3}[ -]?\\d{5}[ -]?\\d", HEALTH, isMedicare),
  id("\\d{2,3}-?\\d{3}-?\\d{3}", "ird|inland revenue"),
];
