import { base, de, en, en_GB, en_IN, en_US, Faker, fr, pt_BR, type LocaleDefinition } from "@faker-js/faker";

import type { CountryCode } from "./countries";
import type { Random } from "./random";

export interface Person {
  readonly sex: "female" | "male";
  readonly firstName: string;
  readonly lastName: string;
}

export type MakePerson = (country: CountryCode) => Person;

const LOCALES: Readonly<Record<CountryCode, LocaleDefinition>> = {
  DE: de,
  IN: en_IN,
  US: en_US,
  FR: fr,
  BR: pt_BR,
  GB: en_GB,
};

/** Invented people, named as in their country, drawn from the given stream. */
export function createPeople(random: Random): MakePerson {
  const randomizer = { next: () => random.next(), seed: () => undefined };
  const fakers = new Map<CountryCode, Faker>();
  return (country) => {
    let faker = fakers.get(country);
    if (!faker) {
      faker = new Faker({ locale: [LOCALES[country], en, base], randomizer });
      fakers.set(country, faker);
    }
    const sex = random.chance(country === "IN" ? 0.3 : 0.4) ? "female" : "male";
    return { sex, firstName: faker.person.firstName(sex), lastName: faker.person.lastName(sex) };
  };
}

/** Letters, digits and hyphens only: for the parts of an e-mail address or a domain. */
export function toAscii(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, (gap) => (/^[\u0300-\u036f]+$/.test(gap) ? "" : "-"))
    .replace(/^-+|-+$/g, "");
}

const PERSONAL_DOMAINS = [
  "webmail.example",
  "postbox.example",
  "mymail.example",
  "inbox.example",
  "example.com",
  "example.net",
] as const;

/** An address that can never receive mail (RFC 2606 names). */
export function makeEmail(random: Random, person: Person, domain?: string): string {
  const first = toAscii(person.firstName);
  const last = toAscii(person.lastName);
  if (domain)
    return `${random.pick([`${first}.${last}`, `${first.charAt(0)}.${last}`, `${last}`, `${first}.${last}`])}@${domain}`;
  const local = random.pick([`${first}.${last}`, `${first}${last}`, `${first}_${last}`, `${last}.${first}`]);
  return `${local}${random.chance(0.5) ? random.int(1, 99) : ""}@${random.pick(PERSONAL_DOMAINS)}`;
}
