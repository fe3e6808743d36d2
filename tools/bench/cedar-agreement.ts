import { measureAgreement } from "@/tools/cedar/measure-agreement";
import type { BenchTable } from "./classification";

const REQUESTS = 100_000;

/** `decideAccess` and Cedar on the same random requests. Throws at the first that the two answer differently. */
export function benchCedarAgreement(): BenchTable {
  const seed = Date.now() % 2_147_483_647;
  const { requests, allowed, fields, disagreements } = measureAgreement(REQUESTS, seed);
  if (disagreements.length > 0)
    throw new Error(`${disagreements.length} differ (seed ${seed}), first: ${disagreements[0]}`);
  return {
    title: "Decisions beside an independent oracle in Cedar (@cedar-policy/cedar-wasm)",
    columns: ["requests", "allowed", "fields compared", "agreement"],
    rows: [[requests, allowed, fields, "100%"]],
    notes: [`Aim: 100% of at least 100,000. Reached. Seed ${seed}.`],
  };
}
