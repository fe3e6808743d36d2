import type { City, CountryCode } from "./countries";
import type { Random } from "./random";

/**
 * Numbers in the ranges that the regulators keep for fiction where there are such (BNetzA, NANPA 555-01xx, ARCEP, Ofcom);
 * India and Brazil keep none, so there the subscriber part is random behind a fixed 555.
 */
const GERMAN_FICTION: Readonly<Record<string, string>> = {
  "30": "23125",
  "40": "66969",
  "69": "90009",
  "89": "99998",
  "221": "4710",
};
const FRENCH_FICTION: Readonly<Record<string, string>> = {
  "1": "99 00",
  "2": "61 91",
  "3": "53 01",
  "4": "65 71",
  "5": "36 49",
};

/** A landline of the city. Written internationally three times in four, else as people at home write it. */
export function makePhone(random: Random, country: CountryCode, city: City): string {
  const abroad = random.chance(0.75);
  const area = city.areaCode;
  switch (country) {
    case "DE": {
      const number = `${GERMAN_FICTION[area] ?? `99${random.digits(2)}`} ${random.digits(3)}`;
      return abroad
        ? `+49 ${area} ${number}`
        : random.pick([
            `0${area} ${number}`,
            `0${area}/${number.replace(" ", "-")}`,
            `(0${area}) ${number.replace(" ", "")}`,
          ]);
    }
    case "US": {
      const line = `555-01${random.digits(2)}`;
      return abroad
        ? `+1 ${area}-${line}`
        : random.pick([`(${area}) ${line}`, `${area}-${line}`, `${area}.${line.replace("-", ".")}`]);
    }
    case "FR":
      return frenchNumber(random, area, FRENCH_FICTION[area] ?? "99 00", abroad);
    case "GB": {
      const number = `${area === "20" ? "7946" : "496"} 0${random.digits(3)}`;
      return abroad ? `+44 ${area} ${number}` : `0${area} ${number}`;
    }
    case "IN": {
      const number = `2555${random.digits(area.length === 2 ? 4 : area.length === 3 ? 3 : 2)}`;
      return abroad ? `+91 ${area} ${number}` : `0${area}-${number}`;
    }
    case "BR": {
      const number = `3555-${random.digits(4)}`;
      return abroad ? `+55 ${area} ${number}` : `(${area}) ${number}`;
    }
  }
}

export function makeMobile(random: Random, country: CountryCode, city: City): string {
  const abroad = random.chance(0.75);
  switch (country) {
    case "DE": {
      const number = random.pick([
        `171 39200${random.digits(2)}`,
        `176 040690${random.digits(2)}`,
        `152 28817${random.digits(3)}`,
      ]);
      return abroad ? `+49 ${number}` : `0${number}`;
    }
    case "US":
      return abroad ? `+1 (${city.areaCode}) 555-01${random.digits(2)}` : `${city.areaCode} 555 01${random.digits(2)}`;
    case "FR":
      return frenchNumber(random, "6", "39 98", abroad);
    case "GB":
      return abroad ? `+44 7700 900${random.digits(3)}` : `07700 900${random.digits(3)}`;
    case "IN": {
      const first = `${random.pick(["98", "97", "99", "88", "70"])}${random.digits(1)}55`;
      const last = `5${random.digits(4)}`;
      return abroad
        ? `+91 ${first} ${last}`
        : random.pick([`${first}${last}`, `0${first} ${last}`, `${first} ${last}`]);
    }
    case "BR": {
      const number = `9${random.int(6, 9)}555-${random.digits(4)}`;
      return abroad ? `+55 ${city.areaCode} ${number}` : `(${city.areaCode}) ${number}`;
    }
  }
}

function frenchNumber(random: Random, area: string, block: string, abroad: boolean): string {
  const rest = `${block} ${random.digits(2)} ${random.digits(2)}`;
  return abroad ? `+33 ${area} ${rest}` : random.pick([`0${area} ${rest}`, `0${area}.${rest.replaceAll(" ", ".")}`]);
}
