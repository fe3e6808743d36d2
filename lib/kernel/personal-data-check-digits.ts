/** Check digits that several kinds of number share. Each takes digits (or a code) without spaces. */

export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** The sum of each digit times its weight; weights beyond the digits are not used, nor are digits beyond the weights. */
export function toWeightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}

/** ISO 7064 mod 11,10, as the German tax number has it. */
export function isMod11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** A month and a day that can be, from four digits; days may carry an offset, as Swedish coordination numbers do. */
export function isMonthAndDay(month: string, day: string, dayOffset = 0): boolean {
  const dayNumber = Number(day) - (Number(day) > dayOffset ? dayOffset : 0);
  const dayMax = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return dayMax !== undefined && dayNumber >= 1 && dayNumber <= dayMax;
}

export function isRepeated(digits: string): boolean {
  return /^(.)\1*$/.test(digits);
}
