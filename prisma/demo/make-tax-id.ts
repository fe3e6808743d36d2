import type { CountryCode } from "./countries";
import { luhnDigit } from "./make-card";
import type { Random } from "./random";

const BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const GST_STATE: Readonly<Record<string, string>> = {
  Maharashtra: "27",
  Gujarat: "24",
  "Tamil Nadu": "33",
  Karnataka: "29",
  Telangana: "36",
  Delhi: "07",
  "Uttar Pradesh": "09",
  "West Bengal": "19",
  Rajasthan: "08",
  Punjab: "03",
  "Madhya Pradesh": "23",
};

/** The EU or UK VAT number of a company, with right check digits; null elsewhere. */
export function makeVatId(random: Random, country: CountryCode): string | null {
  switch (country) {
    case "DE": {
      const body = String(random.int(1, 9)) + random.digits(7);
      return `DE${body}${iso7064Digit(body)}`;
    }
    case "FR": {
      const siren = random.digits(8);
      const number = siren + luhnDigit(siren);
      return `FR${String((12 + 3 * (Number(number) % 97)) % 97).padStart(2, "0")}${number}`;
    }
    case "GB": {
      const body = String(random.int(1, 9)) + random.digits(6);
      let sum = 0;
      for (let i = 0; i < 7; i++) sum += Number(body[i]) * (8 - i);
      return `GB${body}${String(97 - (sum % 97)).padStart(2, "0")}`;
    }
    case "IN":
    case "US":
    case "BR":
      return null;
  }
}

/** GSTIN, EIN or CNPJ of a company; CPF of a person in Brazil; null where a VAT number does the work. */
export function makeTaxId(random: Random, country: CountryCode, region: string, isCompany: boolean): string | null {
  if (country === "US") return isCompany ? `${random.int(10, 98)}-${random.digits(7)}` : null;
  if (country === "IN") return isCompany ? makeGstin(random, region) : makePan(random, "P");
  if (country === "BR") return isCompany ? makeCnpj(random) : makeCpf(random);
  return null;
}

function makePan(random: Random, kind: string): string {
  const letters = (count: number) => Array.from({ length: count }, () => BASE36.charAt(random.int(10, 35))).join("");
  return `${letters(3)}${kind}${letters(1)}${random.digits(4)}${letters(1)}`;
}

function makeGstin(random: Random, region: string): string {
  const body = `${GST_STATE[region] ?? "27"}${makePan(random, "C")}1Z`;
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const product = BASE36.indexOf(body.charAt(i)) * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return body + BASE36.charAt((36 - (sum % 36)) % 36);
}

function mod11Digit(body: string, weights: readonly number[]): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body[i]) * (weights[i] ?? 0);
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

function makeCpf(random: Random): string {
  let body = random.digits(9);
  body += mod11Digit(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  body += mod11Digit(body, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return `${body.slice(0, 3)}.${body.slice(3, 6)}.${body.slice(6, 9)}-${body.slice(9)}`;
}

function makeCnpj(random: Random): string {
  let body = `${random.digits(8)}0001`;
  body += mod11Digit(body, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  body += mod11Digit(body, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return `${body.slice(0, 2)}.${body.slice(2, 5)}.${body.slice(5, 8)}/${body.slice(8, 12)}-${body.slice(12)}`;
}

/** ISO 7064 MOD 11,10, as German VAT numbers use it. */
function iso7064Digit(body: string): string {
  let product = 10;
  for (const char of body) {
    const sum = (Number(char) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
