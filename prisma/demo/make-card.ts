import type { Random } from "./random";

export interface Card {
  readonly brand: string;
  readonly number: string;
  readonly lastFour: string;
}

/** First digits of the numbers that payment providers publish for testing; none is a customer's card. */
export const TEST_CARD_PREFIXES: readonly (readonly [prefix: string, brand: string, length: number])[] = [
  ["424242424242", "visa", 16],
  ["411111111111", "visa", 16],
  ["400000000000", "visa", 16],
  ["555555555555", "mastercard", 16],
  ["222300312200", "mastercard", 16],
  ["520082828282", "mastercard", 16],
  ["378282246", "amex", 15],
  ["601111111111", "discover", 16],
];

export function makeCard(random: Random): Card {
  const [prefix, brand, length] = random.pick(TEST_CARD_PREFIXES);
  const body = prefix + random.digits(length - prefix.length - 1);
  const number = body + luhnDigit(body);
  return { brand, number, lastFour: number.slice(-4) };
}

/** Groups as they are printed on the card, or as people type them. */
export function writeCardNumber(random: Random, number: string): string {
  const groups =
    number.length === 15
      ? [number.slice(0, 4), number.slice(4, 10), number.slice(10)]
      : (number.match(/.{4}/g) ?? [number]);
  return groups.join(random.pick([" ", " ", "-", ""]));
}

/** The last digit that makes the Luhn sum (ISO/IEC 7812-1, annex B) a multiple of ten. */
export function luhnDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
