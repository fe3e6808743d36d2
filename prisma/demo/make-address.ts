import type { City, Country } from "./countries";
import type { Random } from "./random";

export interface Address {
  readonly street: string;
  readonly line2: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
}

const POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
const DISTRICTS_BR = [
  "Centro",
  "Jardim Paulista",
  "Vila Nova",
  "Distrito Industrial",
  "Boa Vista",
  "Santa Cruz",
  "Bela Vista",
];
const AREAS_IN = [
  "Near Hanuman Temple",
  "Opp. SBI Bank",
  "Behind Bus Depot",
  "2nd Floor, Shree Complex",
  "Gala No. 7",
  "Besides Petrol Pump",
];

/** An address with its parts in the form of the country. Streets and cities are ordinary names; house numbers are random. */
export function makeAddress(random: Random, country: Country, city: City): Address {
  const street = random.pick(country.streets);
  return {
    street: toStreetLine(random, country, street),
    line2: makeSecondLine(random, country),
    postalCode: fillPattern(random, city.postalPattern),
    city: city.name,
    region: city.region,
  };
}

/** One line, as people write it in running text. */
export function toAddressLine(address: Address, country: Country): string {
  const { street, line2, postalCode, city, region } = address;
  const first = line2 ? `${street}, ${line2}` : street;
  switch (country.code) {
    case "DE":
    case "FR":
      return `${first}, ${postalCode} ${city}`;
    case "US":
      return `${first}, ${city}, ${region} ${postalCode}`;
    case "IN":
      return `${first}, ${city} - ${postalCode}, ${region}`;
    case "BR":
      return `${first}, ${city} - ${region}, CEP ${postalCode}`;
    case "GB":
      return `${first}, ${city} ${postalCode}`;
  }
}

function toStreetLine(random: Random, country: Country, street: string): string {
  switch (country.code) {
    case "DE":
      return `${street} ${random.int(1, 180)}${random.chance(0.12) ? random.pick(["a", "b", "c"]) : ""}`;
    case "US":
      return `${random.int(100, 9899)} ${street}`;
    case "IN":
      return `${random.pick(["Plot", "Plot No.", "Shop No.", "H. No.", "Flat"])} ${random.int(1, 240)}, ${street}`;
    case "FR":
      return `${random.int(1, 160)}${random.chance(0.08) ? " bis" : ""} ${street}`;
    case "BR":
      return `${street}, ${random.int(10, 2900)}`;
    case "GB":
      return `${random.int(1, 220)} ${street}`;
  }
}

function makeSecondLine(random: Random, country: Country): string | null {
  if (country.code === "BR") return random.pick(DISTRICTS_BR);
  if (country.code === "IN") return random.chance(0.6) ? random.pick(AREAS_IN) : null;
  if (!random.chance(0.18)) return null;
  if (country.code === "US") return `${random.pick(["Suite", "Unit", "Building"])} ${random.int(1, 480)}`;
  if (country.code === "GB") return `Unit ${random.int(1, 40)}`;
  if (country.code === "FR") return `Bâtiment ${random.pick(["A", "B", "C", "D"])}`;
  return `${random.pick(["Halle", "Tor", "Gebäude"])} ${random.int(1, 12)}`;
}

function fillPattern(random: Random, pattern: string): string {
  return pattern.replace(/[#?]/g, (mark) =>
    mark === "#" ? String(random.int(1, 9)) : POSTCODE_LETTERS.charAt(random.int(0, POSTCODE_LETTERS.length - 1)),
  );
}
