import type { CountryCode } from "./countries";
import type { Random } from "./random";

/** An IBAN with right check digits (ISO 13616) at a bank code that is not given out; null where accounts have no IBAN. */
export function makeIban(random: Random, country: CountryCode): string | null {
  const bban = makeBban(random, country);
  if (bban === null) return null;
  return `${country}${ibanCheckDigits(country, bban)}${bban}`;
}

/** "DE12 3456 7890 ...": the printed form. */
export function writeIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

function ibanCheckDigits(country: string, bban: string): string {
  return String(98 - mod97(`${bban}${country}00`)).padStart(2, "0");
}

/** 1 for a valid IBAN. */
export function ibanRemainder(iban: string): number {
  return mod97(iban.slice(4) + iban.slice(0, 4));
}

function mod97(text: string): number {
  let rest = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}

function makeBban(random: Random, country: CountryCode): string | null {
  switch (country) {
    case "DE":
      return `9${random.digits(7)}${random.digits(10)}`;
    case "GB":
      return `QMBK99${random.digits(4)}${random.digits(8)}`;
    case "FR": {
      const [bank, branch, account] = ["99" + random.digits(3), random.digits(5), random.digits(11)];
      const key = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97);
      return `${bank}${branch}${account}${String(key).padStart(2, "0")}`;
    }
    case "BR":
      return `99${random.digits(6)}${random.digits(5)}${random.digits(10)}C1`;
    case "IN":
    case "US":
      return null;
  }
}
