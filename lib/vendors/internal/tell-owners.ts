import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { tellPeople } from "@/lib/notices/tell-people";

/** What people are told of: that something will end, that grace began, that a vendor's agents are refused. */
export type VendorNotice = { topic: "vendor_ending" | "vendor_in_grace" | "vendor_lapsed"; vendorId: string };

const Ids = z.array(z.object({ id: z.string() }));

/**
 * Tells whoever answers for it: the owners of the vendor and of those that work through it, and the owners and sponsors of their agents,
 * as far as they are active: in the product, and by mail as each wants it. Returns them for the event.
 */
export async function tellOwners(tx: Transaction, now: Date, { topic, vendorId }: VendorNotice): Promise<string[]> {
  const rows = await tx.$queryRaw`
    WITH RECURSIVE front AS (
      SELECT ${vendorId}::uuid AS id UNION
      SELECT s.vendor_id FROM vendor_subprocessor s JOIN front ON s.subprocessor_id = front.id),
    told AS (
      SELECT v.owner_id AS id FROM vendor v JOIN front ON front.id = v.id
      UNION SELECT a.sponsor_id FROM agent a JOIN front ON front.id = a.vendor_id WHERE a.state <> 'retired'
      UNION SELECT a.owner_id FROM agent a JOIN front ON front.id = a.vendor_id WHERE a.state <> 'retired')
    SELECT p.id FROM person p JOIN told ON told.id = p.id WHERE p.status = 'active' ORDER BY p.id`;
  const personIds = Ids.parse(rows).map(({ id }) => id);
  await tellPeople(tx, now, { topic, itemId: null, vendorId, personIds });
  return personIds;
}
