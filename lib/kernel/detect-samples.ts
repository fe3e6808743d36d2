import { isCoordinatePair, isEmail, isIpAddress, isMacAddress, isUrl, toPhoneForm } from "./detect-contact";
import { isCardNumber, isIban, isNationalId } from "./detect-number";
import { isHexDigest, isOpaque, isPasswordHash, isSecret, isUuid } from "./detect-secret";
import { toTraitList } from "./detect-trait";
import {
  isBoolean,
  isCompanyName,
  isDate,
  isKnownPersonName,
  isLoneGivenName,
  isNameShaped,
  isNumber,
  isPostcode,
  isRunningText,
  isStreetAddress,
  toYear,
} from "./detect-text";

/** What a value can look like. A value has every shape it matches. */
const SHAPES = {
  email: isEmail,
  phone_international: (value: string) => toPhoneForm(value) === "international",
  phone_national: (value: string) => toPhoneForm(value) === "national",
  url: isUrl,
  ip: isIpAddress,
  mac: isMacAddress,
  coordinates: isCoordinatePair,
  iban: isIban,
  card: isCardNumber,
  national_id: isNationalId,
  password_hash: isPasswordHash,
  secret: isSecret,
  uuid: isUuid,
  hex_digest: isHexDigest,
  opaque: isOpaque,
  person_name: isKnownPersonName,
  name_shaped: isNameShaped,
  given_name: isLoneGivenName,
  street: isStreetAddress,
  postcode: isPostcode,
  text: isRunningText,
  date: isDate,
  boolean: isBoolean,
  number: isNumber,
  company: isCompanyName,
  birth_year: (value: string) => isDate(value) && isBirthYear(toYear(value)),
  lone_word: (value: string) => /^[\p{L}'’-]{2,30}$/u.test(value),
  structured: (value: string) => /^[[{<]/.test(value),
} as const;
export type Shape = keyof typeof SHAPES;

/** The shares (0 to 1) of a column's sampled values that have each shape. Holds no value. */
export type SampleProfile = {
  /** How many values that are not empty were looked at. */
  readonly count: number;
  readonly shares: Readonly<Record<Shape, number>>;
  /** Different values divided by values. */
  readonly distinct: number;
  /** A fixed list about a person that nearly every value is from ("gender", "marital", …). */
  readonly trait: ReturnType<typeof toTraitList>;
  /** Share of long texts that mention an e-mail address, a phone number or a payment card. */
  readonly mentions: number;
};

const VALUES_MAX = 40;
const VALUE_LENGTH_MAX = 240;
const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];

/** Judges at most 40 values and 240 characters of each, evenly picked from the sorted values, so that order does not matter. */
export function profileSamples(samples: readonly string[]): SampleProfile {
  const values = pickValues(samples);
  const counts = Object.fromEntries(SHAPE_NAMES.map((shape) => [shape, 0])) as Record<Shape, number>;
  let mentions = 0;
  for (const value of values) {
    for (const shape of SHAPE_NAMES) if (SHAPES[shape](value)) counts[shape] += 1;
    if (isRunningText(value) && mentionsContact(value)) mentions += 1;
  }
  const total = Math.max(values.length, 1);
  for (const shape of SHAPE_NAMES) counts[shape] /= total;
  return {
    count: values.length,
    shares: counts,
    distinct: new Set(values).size / total,
    trait: toTraitList(values),
    mentions: mentions / total,
  };
}

function pickValues(samples: readonly string[]): string[] {
  const cleaned: string[] = [];
  for (const sample of samples) {
    const value = sample
      .slice(0, VALUE_LENGTH_MAX)
      .replace(/\p{Cf}/gu, "")
      .trim();
    if (value !== "" && !/^(?:null|none|nan|n\/a|\?|-)$/i.test(value)) cleaned.push(value);
  }
  cleaned.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  if (cleaned.length <= VALUES_MAX) return cleaned;
  const step = cleaned.length / VALUES_MAX;
  return Array.from({ length: VALUES_MAX }, (_, index) => cleaned[Math.floor(index * step)] ?? "");
}

function mentionsContact(text: string): boolean {
  return (
    text
      .split(/[\s,;]+/)
      .some((word) => isEmail(word.replace(/[.!?]+$/, "")) || toPhoneForm(word) === "international") ||
    /\+\d[\d\s().-]{7,}\d|\b(?:\d{4}[\s-]){3}\d{4}\b/.test(text)
  );
}

/** A date of birth lies before 2012 for anyone who buys anything; order and log-in dates seldom all do. */
function isBirthYear(year: number | null): boolean {
  return year !== null && year >= 1900 && year <= 2011;
}
