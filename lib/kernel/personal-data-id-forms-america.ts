import { isNationalId } from "./detect-number";
import { isLuhn, isMonthAndDay, isRepeated, toWeightedSum } from "./personal-data-check-digits";
import { HEALTH, type IdForm, IDENTITY, LICENCE, PASSPORT, TAX } from "./personal-data-id-form";

const isSocialSecurity = (code: string): boolean =>
  !/^(?:000|666|9)|^\d{3}00|0000$/.test(code) && !isRepeated(code) && !/^(?:123456789|987654321|078051120)$/.test(code);

/** Individual taxpayer numbers: 9, and 50 to 65, 70 to 88, 90 to 92 or 94 to 99 in the middle. */
const isTaxpayer = (code: string): boolean => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(code);

const isPrescriber = (code: string): boolean => {
  const digits = code.slice(2);
  const sum = toWeightedSum(digits, [1, 0, 1, 0, 1]) + 2 * toWeightedSum(digits, [0, 1, 0, 1, 0, 1]);
  return sum % 10 === Number(digits[6]);
};

const isChilean = (code: string): boolean => {
  let sum = 0;
  const digits = code.slice(0, -1);
  for (let index = 0; index < digits.length; index += 1)
    sum += Number(digits[digits.length - 1 - index]) * ((index % 6) + 2);
  return (
    "0K987654321"[sum % 11 === 0 ? 0 : sum % 11] === code.at(-1) ||
    String((11 - (sum % 11)) % 11).replace("10", "K") === code.at(-1)
  );
};

const isBrazilian = (code: string): boolean =>
  isNationalId(code.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, "$1.$2.$3-$4"));

const id = (pattern: string, cue: string | null, isValid?: IdForm["isValid"]): IdForm => ({
  type: "national_id",
  pattern,
  cue,
  ...(isValid === undefined ? {} : { isValid }),
});

const LETTER = "[AC-HJKMNP-RT-Y]";

export const AMERICAN_IDS: readonly IdForm[] = [
  // The United States and Canada.
  id("\\d{3}[- .]\\d{2}[- .]\\d{4}", null, isSocialSecurity),
  id("\\d{3}-?\\d{2}-?\\d{4}", "ssn|ssns|social|security", isSocialSecurity),
  id("9\\d{2}[- ]?\\d{2}[- ]?\\d{4}", null, isTaxpayer),
  id(`[1-9]${LETTER}(?:${LETTER}|\\d)\\d-?${LETTER}(?:${LETTER}|\\d)\\d-?${LETTER}{2}\\d{2}`, null),
  id("[ABCDEFGHJKLMNPRSTUX][A-Z9]\\d{7}", null, isPrescriber),
  id("[12]\\d{9}|[12]\\d{3}[ -]\\d{3}[ -]\\d{3}", HEALTH, (code) => isLuhn(`80840${code}`)),
  id("[A-Z]?\\d{8,9}", PASSPORT),
  id("[A-Z]\\d{7,14}|[A-Z]{1,2}\\d{5,7}|\\d{7,13}", LICENCE),
  id("\\d{3}[- ]\\d{3}[- ]\\d{3}", `sin|insurance|${IDENTITY}`, (code) => isLuhn(code) && !/^[08]/.test(code)),
  // Latin America.
  id("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}", null, isBrazilian),
  id("\\d{11}", "cpf", isBrazilian),
  { type: "other_id", pattern: "\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}", cue: null },
  id("[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d", null),
  id("[A-ZÑ&]{4}\\d{6}[A-Z\\d]{3}", null, (code) => isMonthAndDay(code.slice(6, 8), code.slice(8, 10))),
  id("\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dK]|\\d{7,8}-[\\dK]", null, isChilean),
  id("\\d{1,2}\\.?\\d{3}\\.?\\d{3}", "dni|documento|cedula|ci|c\\.i|identidad"),
  id("\\d{2}-\\d{8}-\\d", TAX),
];
