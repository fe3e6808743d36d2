import { z } from "zod";
import { reader } from "@/lib/db/reader";
import type { KnownVendors } from "@/lib/kernel/vendor-state";
import { VendorFact } from "@/lib/vendors/vendor-fact";
import { keepStandings } from "./standings";

/** As text: a large JSON value would be parsed and written once more on its way. */
const Loaded = z.object({
  version: z.string(),
  /** Vendors of which something changed, those that are gone among them; null: everything was read. */
  changed: z.array(z.string()).nullable(),
  facts: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(z.array(VendorFact)),
});

let last: { version: string; known: KnownVendors } | undefined;

async function readAll() {
  const [row] = await reader().$queryRaw<unknown[]>`
    SELECT (SELECT version::text FROM policy_clock WHERE id = 1) AS version, NULL AS changed,
      (SELECT '[' || coalesce(string_agg(fact::text, ','), '') || ']' FROM vendor_facts(ARRAY(SELECT id FROM vendor))) AS facts`;
  return Loaded.parse(row);
}

/** What changed since a version of the policy's clock, of one moment. */
async function readSince(version: string) {
  const [row] = await reader().$queryRaw<unknown[]>`
    WITH changed AS MATERIALIZED (
      SELECT coalesce(array_agg(vendor_id), '{}') AS ids FROM vendor_fact_change WHERE version > ${version}::bigint)
    SELECT (SELECT version::text FROM policy_clock WHERE id = 1) AS version, changed.ids::text[] AS changed,
      (SELECT '[' || coalesce(string_agg(fact::text, ','), '') || ']' FROM vendor_facts(changed.ids)) AS facts
    FROM changed`;
  return Loaded.parse(row);
}

/**
 * What decides about every vendor there is, of one moment. Whatever is in it ticks the policy's clock when it changes: while the clock
 * stands still, what this process read last is what is in force. After a tick only the vendors that changed are read again.
 */
export async function loadAllVendorFacts(): Promise<KnownVendors> {
  const before = last;
  const clock = await reader().policyClock.findUnique({ where: { id: 1 }, select: { version: true } });
  if (before !== undefined && before.version === clock?.version.toString()) return before.known;
  // A clock that went back means another database, or one put back from a copy: nothing that is known counts.
  const isLater = before !== undefined && clock !== null && clock.version > BigInt(before.version);
  const { version, changed, facts } = isLater ? await readSince(before.version) : await readAll();
  if (!isLater || changed === null) {
    last = { version, known: new Map(facts.map((fact) => [fact.id, fact])) };
    return last.known;
  }
  if (changed.length === 0) {
    last = { version, known: before.known };
    return last.known;
  }
  const known = new Map(before.known);
  for (const id of changed) known.delete(id);
  for (const fact of facts) known.set(fact.id, fact);
  keepStandings(before.known, known, changed);
  last = { version, known };
  return known;
}
