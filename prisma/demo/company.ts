/** The invented valve manufacturer whose data this is. */
export const COMPANY = {
  name: "Quellmar Valves",
  legalName: "Quellmar Armaturen GmbH",
  domain: "quellmar.example",
  headquarters: "Göppingen",
} as const;

/** Invented rivals, for sales notes and mail. */
export const COMPETITORS = [
  "Varnholt Ventile",
  "Pacific Gatecraft",
  "Sethiya Flow Controls",
  "Robinetterie Castagnac",
  "Válvulas Aracema",
  "Thornbury Valve Works",
  "Nordhavn Flow",
  "Brückmeier Regeltechnik",
] as const;
