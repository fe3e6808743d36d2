import { z } from "zod";
import { reader } from "@/lib/db/reader";
import type { KnownVendors } from "@/lib/kernel/vendor-state";
import { VendorFact } from "@/lib/vendors/vendor-fact";

/** As text: a large JSON value would be parsed and written once more on its way. */
const Loaded = z.object({
  version: z.string(),
  facts: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(z.array(VendorFact)),
});

let last: { version: string; known: KnownVendors } | undefined;

/**
 * What decides about every vendor there is, of one moment. Whatever is in it ticks the policy's clock when it changes: while the clock
 * stands still, what this process read last is what is in force.
 */
export async function loadAllVendorFacts(): Promise<KnownVendors> {
  const clock = await reader().policyClock.findUnique({ where: { id: 1 }, select: { version: true } });
  if (last !== undefined && last.version === clock?.version.toString()) return last.known;
  const [row] = await reader().$queryRaw<unknown[]>`
    SELECT (SELECT version::text FROM policy_clock WHERE id = 1) AS version,
      (SELECT '[' || coalesce(string_agg(fact::text, ','), '') || ']' FROM vendor_facts(ARRAY(SELECT id FROM vendor))) AS facts`;
  const { version, facts } = Loaded.parse(row);
  last = { version, known: new Map(facts.map((fact) => [fact.id, fact])) };
  return last.known;
}
