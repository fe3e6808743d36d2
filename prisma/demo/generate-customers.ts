import { DAY_MS, REFERENCE_TIME, officeTime, toDay, toTimestamp } from "./calendar";
import { COUNTRIES, type Country, type Language } from "./countries";
import type { CustomerProfile, FindStaff } from "./customer-profile";
import type { CustomerRow, Segment } from "./demo-rows";
import { makeAddress } from "./make-address";
import { makeCompanyName } from "./make-company-name";
import { createPeople, makeEmail, toAscii, type MakePerson } from "./make-person";
import { makeMobile, makePhone } from "./make-phone";
import { makeTaxId, makeVatId } from "./make-tax-id";
import { toMoney } from "./money";
import { createRandom, type Random } from "./random";
import { DELIVERY_INSTRUCTIONS } from "./texts/delivery-instructions";
import { fillTemplate } from "./texts/fill-template";

const SEGMENTS: readonly (readonly [Segment, number])[] = [
  ["plant", 20],
  ["utility", 8],
  ["oem", 10],
  ["dealer", 16],
  ["trade", 30],
  ["private", 16],
];
const SEGMENT_WEIGHT: Readonly<Record<Segment, number>> = {
  plant: 5,
  utility: 3.5,
  oem: 6,
  dealer: 8,
  trade: 1.6,
  private: 0.4,
};
const CREDIT_LIMIT_EUR: Readonly<Record<Segment, readonly number[]>> = {
  plant: [50_000, 100_000, 250_000, 500_000],
  utility: [50_000, 80_000, 150_000],
  oem: [40_000, 75_000, 120_000, 300_000],
  dealer: [20_000, 50_000, 100_000],
  trade: [1_000, 2_500, 5_000, 10_000],
  private: [0, 0, 500, 1_000],
};
const SALUTATIONS: Readonly<Record<Country["code"], readonly [female: string, male: string]>> = {
  DE: ["Frau", "Herr"],
  IN: ["Ms.", "Mr."],
  US: ["Ms.", "Mr."],
  FR: ["Madame", "Monsieur"],
  BR: ["Sra.", "Sr."],
  GB: ["Mrs", "Mr"],
};
const TAGS = [
  "key-account",
  "frame-contract",
  "export-check",
  "atex",
  "food-grade",
  "late-payer",
  "vip",
  "price-sensitive",
  "fair-2025",
  "webshop",
  "reseller",
  "legacy-erp",
];

export function generateCustomers(seed: number, count: number, staff: FindStaff): CustomerProfile[] {
  const random = createRandom(seed, "customers");
  const people = createPeople(random);
  const countries = COUNTRIES.map((country) => [country, country.weight] as const);
  const times = Array.from({ length: count }, () =>
    officeTime(random, Date.UTC(2014, 0, 1), REFERENCE_TIME - 20 * DAY_MS),
  ).sort((a, b) => a - b);
  return times.map((createdAt, index) => {
    const country = random.weighted(countries);
    return makeCustomer(random, people, country, createdAt, 100_000 + index * 7 + random.int(0, 6), staff);
  });
}

function makeCustomer(
  random: Random,
  people: MakePerson,
  country: Country,
  createdAt: number,
  number: number,
  staff: FindStaff,
): CustomerProfile {
  const segment = random.weighted(SEGMENTS);
  const isCompany = segment !== "private" && (segment !== "trade" || random.chance(0.6));
  const person = people(country.code);
  const city = random.pick(country.cities);
  const companyName = isCompany ? makeCompanyName(random, people, country.code, segment) : null;
  const consentAt = random.chance(isCompany ? 0.35 : 0.5) ? createdAt + random.int(0, 400) * DAY_MS : null;
  const mobile = random.chance(0.6) ? makeMobile(random, country.code, city) : null;
  const address = makeAddress(random, country, city);
  const consented = consentAt !== null && consentAt < REFERENCE_TIME;
  const row: CustomerRow = {
    id: random.uuid(),
    customer_number: `C-${number}`,
    kind: isCompany ? "company" : "person",
    company_name: companyName,
    salutation: random.chance(0.85) ? SALUTATIONS[country.code][person.sex === "female" ? 0 : 1] : null,
    first_name: person.firstName,
    last_name: person.lastName,
    date_of_birth:
      !isCompany && random.chance(0.45)
        ? toDay(Date.UTC(random.int(1950, 2004), random.int(0, 11), random.int(1, 28)))
        : null,
    email: makeEmail(random, person, companyName ? toDomain(companyName, country) : undefined),
    phone: isCompany || mobile === null ? makePhone(random, country.code, city) : mobile,
    mobile,
    street: address.street,
    address_line2: address.line2,
    postal_code: address.postalCode,
    city: address.city,
    region: address.region,
    country_code: country.code,
    delivery_instructions: null,
    vat_id: isCompany ? makeVatId(random, country.code) : null,
    tax_id: makeTaxId(random, country.code, city.region, isCompany),
    language: pickLanguage(random, country),
    segment,
    status: random.weighted([
      ["active", 86],
      ["dormant", 12],
      ["blocked", 2],
    ]),
    currency: country.currency,
    price_group:
      segment === "dealer" || segment === "oem"
        ? random.pick(["A", "A", "B"])
        : isCompany
          ? random.pick(["B", "C"])
          : "C",
    credit_limit: toMoney(Math.round((random.pick(CREDIT_LIMIT_EUR[segment]) * country.perEuro) / 100) * 10_000),
    payment_terms_days: isCompany ? random.pick([14, 30, 30, 45, 60]) : 14,
    marketing_consent: consented,
    marketing_consent_at: consented ? toTimestamp(consentAt) : null,
    preferred_channel: pickChannel(random, country, isCompany),
    account_manager_id: random.pick(staff("sales", country.code)).id,
    tags: TAGS.filter(() => random.chance(isCompany ? 0.07 : 0)).concat(
      !isCompany && random.chance(0.2) ? "webshop" : [],
    ),
    attributes: makeAttributes(random, segment),
    created_at: toTimestamp(createdAt),
    updated_at: toTimestamp(createdAt + random.next() * (REFERENCE_TIME - createdAt)),
  };
  if (random.chance(0.22)) row.delivery_instructions = makeInstructions(random, people, row, country);
  const weight = SEGMENT_WEIGHT[segment] * (0.25 + 1.5 * random.next() ** 2) * (row.status === "active" ? 1 : 0.3);
  return { row, country, city, createdAt, weight, contacts: [], orders: [], invoices: [], bookings: [] };
}

/** A domain of the customer's own, under the top level that never resolves. */
export function toDomain(companyName: string, country: Country): string {
  const stem = toAscii(
    companyName.replace(
      /\b(GmbH|Co|KG|AG|SE|Pvt|Ltd|Ltda|Limited|LLP|LLC|Inc|Corp|SAS|SARL|SA|S\.A|PLC|ME|e\.K)\b\.?/g,
      " ",
    ),
  );
  return `${stem || "firma"}-${country.code.toLowerCase()}.example`;
}

function pickLanguage(random: Random, country: Country): Language {
  if (country.code === "DE") return random.chance(0.94) ? "de" : "en";
  if (country.code === "FR") return random.chance(0.92) ? "fr" : "en";
  if (country.code === "BR") return random.chance(0.93) ? "pt" : "en";
  if (country.code === "IN") return random.chance(0.38) ? "hi" : "en";
  return "en";
}

function pickChannel(random: Random, country: Country, isCompany: boolean): CustomerRow["preferred_channel"] {
  if (country.code === "IN" || country.code === "BR")
    return random.weighted([
      ["whatsapp", 40],
      ["email", 30],
      ["phone", 20],
      ["portal", 10],
    ]);
  return random.weighted([
    ["email", 50],
    ["portal", isCompany ? 25 : 8],
    ["phone", 18],
    ["chat", 7],
  ]);
}

function makeAttributes(random: Random, segment: Segment): CustomerRow["attributes"] {
  if (segment === "private") return random.chance(0.3) ? { source: random.pick(["webshop", "referral", "fair"]) } : {};
  return {
    source: random.pick(["webshop", "referral", "fair", "cold-call", "tender"]),
    employees: random.pick([4, 12, 35, 80, 240, 900, 3200]),
    erp: random.pick(["none", "sheet", "ledgerly", "planwerk", "opsuite"]),
    edi: random.chance(0.15),
  };
}

function makeInstructions(random: Random, people: MakePerson, row: CustomerRow, country: Country): string {
  const other = people(country.code);
  const slots: Readonly<Record<string, () => string>> = {
    name: () => `${other.firstName} ${other.lastName}`,
    mobile: () => row.mobile ?? row.phone,
    code: () => random.digits(4),
    gate: () => String(random.int(1, 9)),
    hour: () => String(random.int(6, 15)),
  };
  return fillTemplate(random, random.pick(DELIVERY_INSTRUCTIONS[row.language]), (name) => slots[name]?.() ?? null);
}
