import type { Segment } from "./demo-rows";
import type { CountryCode } from "./countries";
import type { MakePerson } from "./make-person";
import type { Random } from "./random";

const HEADS = [
  "Nor",
  "Vel",
  "Kar",
  "Bri",
  "Tal",
  "Mer",
  "Sol",
  "Arv",
  "Zen",
  "Ost",
  "Lum",
  "Cal",
  "Ther",
  "Hydr",
  "Aqu",
  "Ferr",
  "Pol",
  "Sel",
  "Tor",
  "Van",
];
const MIDDLES = ["a", "o", "i", "e", "ova", "ino", "ara", "ela", "uro", "ita"];
const TAILS: Readonly<Record<Segment, readonly string[]>> = {
  plant: ["chem", "pharm", "steel", "foods", "paper", "sugar", "cement", "refining", "dairy", "power"],
  utility: ["water", "energy", "heat", "gas", "hydro"],
  oem: ["tec", "mech", "systems", "pumps", "skids"],
  dealer: ["supply", "trade", "store", "parts"],
  trade: ["service", "fix", "build"],
  private: ["home"],
};
const LEGAL: Readonly<Record<CountryCode, readonly string[]>> = {
  DE: ["GmbH", "AG", "GmbH & Co. KG", "SE"],
  IN: ["Pvt. Ltd.", "Limited", "LLP"],
  US: ["Inc.", "LLC", "Corp."],
  FR: ["SA", "SAS", "SARL"],
  BR: ["Ltda.", "S.A."],
  GB: ["Ltd", "PLC", "LLP"],
};
const FAMILY_FIRMS: Readonly<Record<CountryCode, readonly string[]>> = {
  DE: [
    "{n} Anlagenbau GmbH",
    "{n} & Sohn Sanitärtechnik",
    "{n} Rohrleitungsbau GmbH",
    "Haustechnik {n} e.K.",
    "{n} Industriebedarf GmbH",
    "Heizung {n}",
  ],
  IN: [
    "{n} Engineering Works",
    "Shree {n} Valves & Fittings",
    "{n} Pipe Traders",
    "{n} & Sons Hardware",
    "{n} Boilers Pvt. Ltd.",
    "Jai {n} Industrial Stores",
  ],
  US: [
    "{n} Plumbing & Heating LLC",
    "{n} Industrial Supply Inc.",
    "{n} Brothers Mechanical",
    "{n} Process Equipment",
    "{n} Pipe & Valve Co.",
  ],
  FR: ["Établissements {n}", "{n} Plomberie SARL", "{n} et Fils", "Tuyauterie {n} SAS", "Comptoir {n}"],
  BR: [
    "{n} Hidráulica Ltda.",
    "Comercial {n} Ltda.",
    "Instalações {n} ME",
    "{n} Válvulas e Conexões",
    "Irmãos {n} Ltda.",
  ],
  GB: [
    "{n} Plumbing Ltd",
    "{n} & Sons Pipework",
    "{n} Process Engineering Ltd",
    "{n} Industrial Supplies",
    "{n} Heating Services",
  ],
};

/** A name that sounds like the trade and the country. */
export function makeCompanyName(random: Random, people: MakePerson, country: CountryCode, segment: Segment): string {
  const isCoined = random.chance(segment === "trade" ? 0.1 : segment === "dealer" ? 0.25 : 0.7);
  if (!isCoined) return random.pick(FAMILY_FIRMS[country]).replace("{n}", people(country).lastName);
  const coined = `${random.pick(HEADS)}${random.pick(MIDDLES)}${random.pick(TAILS[segment])}`;
  return `${coined} ${random.pick(LEGAL[country])}`;
}
