import { toFirstEventId } from "@/lib/audit/to-first-event-id";
import { getReaderPool } from "@/lib/db/pool";

const WINDOW_MS = 5 * 60_000;

const SQL = `
  SELECT 1 FROM audit_event
  WHERE actor_id = $1 AND id >= $2::uuid AND action = 'held_item.opened' AND strpos(text, $3) > 0 LIMIT 1`;

/** Whether the log says already that this person opened the item just now: a page that refreshes itself is one look at it. */
export async function wasOpenedLately(personId: string, itemId: string, now: Date): Promise<boolean> {
  const from = toFirstEventId(new Date(now.getTime() - WINDOW_MS));
  const { rows } = await getReaderPool().query(SQL, [personId, from, itemId]);
  return rows.length > 0;
}
