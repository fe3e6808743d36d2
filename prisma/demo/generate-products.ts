import { toDay } from "./calendar";
import type { ProductRow } from "./demo-rows";
import { toMoney } from "./money";
import { createRandom } from "./random";

interface Series {
  readonly category: ProductRow["category"];
  readonly code: string;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly ratings: readonly string[];
  readonly basePriceEur: number;
}

const SMALL = [6, 8, 10, 15, 20, 25];
const MEDIUM = [15, 20, 25, 32, 40, 50, 65, 80];
const LARGE = [50, 65, 80, 100, 125, 150, 200, 250, 300];
const SERIES: readonly Series[] = [
  {
    category: "ball",
    code: "QB",
    names: ["Two-piece ball valve", "Three-piece ball valve", "Trunnion ball valve", "Cavity-filled ball valve"],
    sizes: MEDIUM,
    ratings: ["PN 16", "PN 40", "PN 63", "Class 150", "Class 300"],
    basePriceEur: 64,
  },
  {
    category: "gate",
    code: "QG",
    names: ["Wedge gate valve", "Knife gate valve", "Resilient-seated gate valve"],
    sizes: LARGE,
    ratings: ["PN 10", "PN 16", "PN 25", "Class 150"],
    basePriceEur: 142,
  },
  {
    category: "globe",
    code: "QL",
    names: ["Globe valve", "Bellows-sealed globe valve", "Control globe valve"],
    sizes: MEDIUM,
    ratings: ["PN 16", "PN 40", "Class 300"],
    basePriceEur: 128,
  },
  {
    category: "butterfly",
    code: "QF",
    names: ["Wafer butterfly valve", "Lug butterfly valve", "Double-offset butterfly valve"],
    sizes: LARGE,
    ratings: ["PN 10", "PN 16", "Class 150"],
    basePriceEur: 88,
  },
  {
    category: "check",
    code: "QC",
    names: ["Swing check valve", "Dual-plate check valve", "Spring check valve"],
    sizes: MEDIUM,
    ratings: ["PN 16", "PN 40", "Class 150"],
    basePriceEur: 46,
  },
  {
    category: "relief",
    code: "QR",
    names: ["Spring-loaded relief valve", "Pilot-operated relief valve"],
    sizes: SMALL,
    ratings: ["10 bar", "16 bar", "40 bar"],
    basePriceEur: 117,
  },
  {
    category: "solenoid",
    code: "QS",
    names: ["Direct-acting solenoid valve", "Servo-assisted solenoid valve"],
    sizes: SMALL,
    ratings: ["6 bar", "10 bar", "16 bar"],
    basePriceEur: 52,
  },
  {
    category: "actuator",
    code: "QA",
    names: ["Pneumatic actuator", "Electric actuator", "Positioner", "Limit switch box"],
    sizes: [40, 63, 80, 120, 160],
    ratings: ["6 bar", "24 V", "230 V"],
    basePriceEur: 210,
  },
  {
    category: "spare_part",
    code: "QX",
    names: ["Seat ring set", "Stem packing", "Gasket kit", "Handwheel", "Repair kit", "Ball and stem set"],
    sizes: MEDIUM,
    ratings: ["PN 16", "PN 40"],
    basePriceEur: 14,
  },
];
const MATERIALS: readonly (readonly [code: string, name: string, factor: number])[] = [
  ["B", "brass CW617N", 0.7],
  ["C", "ductile iron EN-GJS-400", 0.85],
  ["S", "carbon steel 1.0619", 1],
  ["E", "stainless steel 1.4408", 1.55],
  ["D", "duplex 1.4462", 2.6],
];
const CONNECTIONS = ["flange", "thread G", "thread NPT", "weld end", "wafer", "clamp"];
const CERTIFICATES = [
  "EN 10204-3.1",
  "ATEX II 2G",
  "TA-Luft",
  "SIL 2",
  "FDA",
  "DVGW",
  "API 598",
  "BIS",
  "WRAS",
  "INMETRO",
];

export function generateProducts(seed: number, count: number): ProductRow[] {
  const random = createRandom(seed, "products");
  const rows: ProductRow[] = [];
  const skus = new Set<string>();
  for (let attempt = 0; rows.length < count && attempt < count * 40; attempt++) {
    const series = random.pick(SERIES);
    const size = random.pick(series.sizes);
    const rating = random.pick(series.ratings);
    const [letter, material, factor] = random.pick(MATERIALS);
    const kind = random.int(1, series.names.length);
    const sku = `${series.code}${kind}-${String(size).padStart(3, "0")}${letter}-${rating.replace(/\D+/g, "")}`;
    if (skus.has(sku)) continue;
    skus.add(sku);
    const price = Math.round(series.basePriceEur * factor * (0.5 + size / 40) * (0.9 + random.next() * 0.3) * 100);
    const isActuator = series.category === "actuator";
    rows.push({
      id: rows.length + 1,
      sku,
      name: `${series.names[kind - 1] ?? series.names[0]} ${isActuator ? `${size} Nm` : `DN ${size}`} ${rating}`,
      category: series.category,
      series: `${series.code}-${kind}00`,
      nominal_size: isActuator ? null : `DN ${size}`,
      pressure_rating: rating.includes("V") ? null : rating,
      material,
      connection: isActuator || series.category === "spare_part" ? null : random.pick(CONNECTIONS),
      weight_kg: ((size * size * factor) / 900 + 0.08).toFixed(3),
      list_price_eur: toMoney(price),
      cost_price_eur: toMoney(Math.round(price * (0.42 + random.next() * 0.2))),
      certificates: CERTIFICATES.filter(() => random.chance(0.18)),
      attributes: {
        kv: Math.round(size * size * 0.11),
        leakage_class: random.pick(["A", "B", "VI"]),
        max_temp_c: random.pick([80, 120, 180, 220, 400]),
        fire_safe: random.chance(0.3),
      },
      launched_on: toDay(Date.UTC(random.int(2004, 2025), random.int(0, 11), random.int(1, 28))),
      is_active: random.chance(0.93),
    });
  }
  return rows;
}
