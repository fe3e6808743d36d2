/** Recognisers of numbers that carry their own check digits: bank accounts, cards and national identity numbers. */

/** ISO 13616: country, two check digits, up to 30 characters; mod 97 must be 1. */
export function isIban(value: string): boolean {
  const compact = value.replace(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false;
  const moved = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const character of moved) {
    const digits = /\d/.test(character) ? character : String(character.charCodeAt(0) - 55);
    for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** A payment card: 13 to 19 digits, an issuer's first digits and a Luhn check digit; or one shown with its middle hidden. */
export function isCardNumber(value: string): boolean {
  if (/^(?:[xX*•#]{4}[\s-]?){2,3}\d{4}$|^\d{4,6}[xX*•#]{4,9}\d{4}$/.test(value)) return true;
  if (!/^\d[\d\s-]{11,22}\d$/.test(value)) return false;
  const digits = value.replace(/\D/g, "");
  return digits.length >= 13 && digits.length <= 19 && /^(?:4|5[1-5]|2[2-7]|3[0-8]|6)/.test(digits) && isLuhn(digits);
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/**
 * National identity numbers written in their usual form: US SSN, UK NINO, Spanish DNI/NIE, Brazilian CPF, Italian codice fiscale,
 * Mexican CURP, Indian PAN and Aadhaar, French NIR. Forms that are only a run of digits need a valid check digit.
 */
export function isNationalId(value: string): boolean {
  const compact = value.replace(/[\s.\-/]/g, "").toUpperCase();
  if (compact.length < 9 || compact.length > 18) return false;
  if (/^\d{3}-\d{2}-\d{4}$/.test(value)) return !/^(?:000|666|9)/.test(value);
  if (/^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(compact)) return true;
  if (/^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/.test(compact)) return true;
  if (/^[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d$/.test(compact)) return true;
  if (/^[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]$/.test(compact)) return true;
  if (/^[XYZ\d]\d{7}[A-Z]$/.test(compact)) return isSpanishId(compact);
  if (/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(value)) return isCpf(compact);
  if (/^\d{4}\s\d{4}\s\d{4}$/.test(value)) return isVerhoeff(compact);
  return /^[12]\d{14}$/.test(compact) && 97 - Number(BigInt(compact.slice(0, 13)) % 97n) === Number(compact.slice(13));
}

function isSpanishId(compact: string): boolean {
  const digits = compact.slice(0, 8).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(digits) % 23] === compact[8];
}

function isCpf(digits: string): boolean {
  const check = (length: number): number => {
    let sum = 0;
    for (let index = 0; index < length; index += 1) sum += Number(digits[index]) * (length + 1 - index);
    return ((sum * 10) % 11) % 10;
  };
  return !/^(\d)\1+$/.test(digits) && check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}

/** Verhoeff's dihedral check, as Aadhaar uses it. */
function isVerhoeff(digits: string): boolean {
  let check = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = Number(digits[digits.length - 1 - index]);
    for (let round = 0; round < index % 8; round += 1) digit = Number("1576283094"[digit]);
    check = multiplyDihedral(check, digit);
  }
  return check === 0;
}

function multiplyDihedral(left: number, right: number): number {
  const turned =
    left < 5
      ? right < 5
        ? (left + right) % 5
        : ((left + right) % 5) + 5
      : right < 5
        ? ((left - right + 5) % 5) + 5
        : (left - right + 5) % 5;
  return turned;
}
