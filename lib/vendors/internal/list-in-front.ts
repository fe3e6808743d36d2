import { z } from "zod";
import { reader } from "@/lib/db/reader";

const Ids = z.array(z.object({ id: z.string() }));

/** The vendor itself and all that work through it, near or far. */
export async function listInFront(vendorId: string): Promise<string[]> {
  const rows = await reader().$queryRaw`
    WITH RECURSIVE front AS (
      SELECT ${vendorId}::uuid AS id UNION
      SELECT s.vendor_id FROM vendor_subprocessor s JOIN front ON s.subprocessor_id = front.id)
    SELECT id FROM front`;
  return Ids.parse(rows).map(({ id }) => id);
}
