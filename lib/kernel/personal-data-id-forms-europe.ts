import { isLuhn, isMod11And10, isMonthAndDay, isRepeated, toWeightedSum } from "./personal-data-check-digits";
import { HEALTH, type IdForm, IDENTITY, LICENCE, PASSPORT, TAX, VEHICLE } from "./personal-data-id-form";

const SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
const FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
const MACHINE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const isSpanishId = (code: string): boolean => {
  const digits = code.slice(0, -1).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  return SPANISH[Number(digits) % 23] === code.at(-1);
};

/** ICAO 9303: weights 7, 3, 1 over the values of the characters. */
const isMachineReadable = (code: string): boolean => {
  const sum = [...code.slice(0, -1)].reduce(
    (all, sign, index) => all + MACHINE.indexOf(sign) * ([7, 3, 1][index % 3] ?? 0),
    0,
  );
  return sum % 10 === Number(code.at(-1));
};

/** The letter as its two-digit place in the alphabet, then every digit's sum weighed 2, 1, 2, 1 … (or as given). */
const isGermanInsurance = (code: string, weights: readonly number[]): boolean => {
  const digits = code.slice(0, -1).replace(/[A-Z]/, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, "0"));
  const sum = weights.reduce((all, weight, index) => {
    const product = weight * Number(digits[index] ?? 0);
    return all + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(code.at(-1));
};

const isPesel = (code: string): boolean =>
  isMonthAndDay(String(Number(code.slice(2, 4)) % 20), code.slice(4, 6)) &&
  (10 - (toWeightedSum(code, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(code[10]);

const isSwedish = (code: string): boolean => {
  const digits = code.slice(-10);
  return isMonthAndDay(digits.slice(2, 4), digits.slice(4, 6), 60) && isLuhn(digits) && !isRepeated(digits);
};

const isNorwegian = (code: string): boolean =>
  isMonthAndDay(code.slice(2, 4), code.slice(0, 2), 40) &&
  toWeightedSum(code, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  toWeightedSum(code, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

const isFinnish = (code: string): boolean =>
  isMonthAndDay(code.slice(2, 4), code.slice(0, 2)) &&
  FINNISH[Number(code.replace(/\D/g, "").slice(0, 9)) % 31] === code.at(-1);

const isBelgian = (code: string): boolean => {
  const check = Number(code.slice(9));
  return [code.slice(0, 9), `2${code.slice(0, 9)}`].some((digits) => 97 - (Number(digits) % 97) === check);
};

const isDutch = (code: string): boolean =>
  toWeightedSum(code, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !isRepeated(code);

const isFrench = (code: string): boolean =>
  97 - Number(BigInt(code.slice(0, 13).replace("2A", "19").replace("2B", "18")) % 97n) === Number(code.slice(13));

const isSwiss = (code: string): boolean =>
  (10 - (toWeightedSum(code, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(code[12]);

const isPortuguese = (code: string): boolean => {
  const rest = 11 - (toWeightedSum(code, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest > 9 ? 0 : rest) === Number(code[8]);
};

const isHealthService = (code: string): boolean =>
  toWeightedSum(code, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !isRepeated(code);

const isDoctor = (code: string): boolean => {
  const check = (10 - (toWeightedSum(code, [4, 9, 4, 9, 4, 9]) % 10)) % 10;
  return check === Number(code[6]) && !isRepeated(code);
};

const isItalianTax = (code: string): boolean => isLuhn(code) && !isRepeated(code);
const isIrish = (code: string): boolean =>
  "WABCDEFGHIJKLMNOPQRSTUV"[
    (toWeightedSum(code, [8, 7, 6, 5, 4, 3, 2]) + (code.length === 9 ? 9 * (code.charCodeAt(8) - 64) : 0)) % 23
  ] === code[7];

const id = (pattern: string, cue: string | null, isValid?: IdForm["isValid"]): IdForm => ({
  type: "national_id",
  pattern,
  cue,
  ...(isValid === undefined ? {} : { isValid }),
});

export const EUROPEAN_IDS: readonly IdForm[] = [
  // Great Britain and Ireland: insurance, health, driving licence, passport, registration.
  id("(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]", null),
  id("\\d{3}[ -]?\\d{3}[ -]?\\d{4}", "nhs|health\\w*|patient", isHealthService),
  id("[A-Z]{2,5}9{0,3}\\d[0156]\\d(?:0[1-9]|[12]\\d|3[01])\\d[A-Z9]{2}\\d[A-Z]{2}", null),
  id("\\d{7}[A-W][A-I]?", null, isIrish),
  { type: "vehicle", pattern: "[A-HJ-PR-Y][A-HJ-Y](?:0[1-9]|[1-7]\\d)[ -]?[A-HJ-PR-Z]{3}", cue: null },
  {
    type: "vehicle",
    pattern: "[A-HJ-NPR-TV-Y]\\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\\d{1,3}[A-Z]|[A-Z]{1,3} ?\\d{1,4}",
    cue: VEHICLE,
  },
  // Germany, Austria and Switzerland.
  id("\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}", TAX, (code) => !code.startsWith("0") && isMod11And10(code)),
  id("\\d{10,13}|\\d{2,3}/\\d{3}/\\d{4,5}", "steuer\\w*|finanzamt|tax"),
  id("\\d{8}[A-Z]\\d{3}", null, (code) => isGermanInsurance(code, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1])),
  id("[A-Z]\\d{9}", null, (code) => isGermanInsurance(code, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2])),
  id("[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{7}\\d", `${PASSPORT}|${IDENTITY}`, isMachineReadable),
  id("[A-Z]{2}\\d{8}[A-Z0-9]", LICENCE),
  id("\\d{9}", HEALTH, isDoctor),
  {
    type: "other_id",
    pattern: "DE ?\\d{3} ?\\d{3} ?\\d{3}",
    isValid: (code) => isMod11And10(code.slice(2)),
    cue: null,
  },
  { type: "vehicle", pattern: "[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\\d{1,4}[EH]?", cue: null },
  { type: "vehicle", pattern: "[A-ZÄÖÜ]{1,3} [A-Z]{1,2} \\d{1,4}[EH]?", cue: VEHICLE },
  id("756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}", null, isSwiss),
  // France, Belgium and the Netherlands.
  id("[12] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}", null, isFrench),
  id("\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}", null, isBelgian),
  id("\\d{11}", "rijksregister\\w*|registre national|nationaal\\w*|niss|insz", isBelgian),
  id("\\d{9}|\\d{4}[ .]\\d{2}[ .]\\d{3}", "bsn|burgerservice\\w*|sofi\\w*", isDutch),
  // Spain, Portugal and Italy.
  id("\\d{7,8}-?[A-Z]|[XYZ]-?\\d{7,8}-?[A-Z]", null, isSpanishId),
  id("[A-Z]{3}\\d{6}", PASSPORT),
  id("\\d{9}|\\d{3} \\d{3} \\d{3}", "nif|contribuinte|niss", isPortuguese),
  id("[A-Z]{6} ?[0-9LMNP-V]{2} ?[A-EHLMPRST][0-9LMNP-V]{2} ?[A-Z][0-9LMNP-V]{3}[A-Z]", null),
  id("\\d{11}|\\d{5}_\\d{3}", TAX, isItalianTax),
  id("[A-Z]{2} ?\\d{7}[A-Z]|U1[BCDFGHLJKMNPRSTUWYXZ0-9]{7}[A-Z]", null),
  id("[A-Z]{2} ?\\d{7}|\\d{7}[A-Z]{2}|[A-Z]{2}\\d{5}[A-Z]{2}", `${PASSPORT}|${IDENTITY}`),
  // The Nordic countries and the east.
  id("(?:19|20)?\\d{6}[-+]\\d{4}|(?:19|20)\\d{10}", null, isSwedish),
  id(
    "\\d{6}-?\\d{4}",
    IDENTITY,
    (code) => isSwedish(code) || isMonthAndDay(code.slice(2, 4), code.slice(0, 2)) || isLuhn(code),
  ),
  id("\\d{6} ?\\d{5}", null, isNorwegian),
  id("\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]", null, isFinnish),
  id("\\d{11}", null, isPesel),
  id("\\d{6}/\\d{3,4}", null, (code) => isMonthAndDay(String(Number(code.slice(2, 4)) % 50), code.slice(4, 6))),
  id("[1-8]\\d{12}", "cnp|cod numeric|jmbg|oib|egn", (code) => isMonthAndDay(code.slice(3, 5), code.slice(5, 7))),
];
