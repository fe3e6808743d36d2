import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/reader";
import type { KnownVendors } from "@/lib/kernel/vendor-state";
import { VendorFact } from "./vendor-fact";

const Rows = z.array(z.object({ fact: VendorFact }));

/** All that decides about these vendors and those behind them, of one moment. */
export async function loadVendorFacts(
  vendorIds: readonly string[],
  db: Pick<Transaction, "$queryRaw"> = reader(),
): Promise<KnownVendors> {
  const rows = await db.$queryRaw`
    SELECT fact FROM vendor_facts(${[...vendorIds]}::uuid[])`;
  return new Map(Rows.parse(rows).map(({ fact }) => [fact.id, fact]));
}
