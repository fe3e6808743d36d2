import { getReaderPool } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { toBase64 } from "@/lib/kernel/bytes";
import { DomainError } from "@/lib/kernel/domain-error";
import { inclusionRanges } from "@/lib/kernel/merkle-tree";
import { isUuid } from "@/lib/runtime/is-uuid";
import { hashRanges } from "./log/tree-store";

/** What proves that an event's text is in the log; the browser checks it with the verifier that exports carry. */
export type EventProof = {
  /** The entry's number, from 0. */
  entry: number;
  /** The size of the tree that the proof leads to. */
  size: number;
  /** Base64. */
  leafHash: string;
  /** RFC 6962 inclusion proof, base64, lowest first. */
  hashes: string[];
  /** The signed checkpoint of that size. */
  checkpoint: string;
};

/** The proof of one event, or null while it waits for its place in the log. Throws `not_found` for an event that there is not. */
export async function getEventProof(ctx: RequestContext, eventId: string): Promise<EventProof | null> {
  authorize(ctx, "audit:read");
  if (!isUuid(eventId)) throw new DomainError("not_found", "There is no such event.");
  // The head is read first, so that the entry may lie beyond it but never the reverse.
  const head = await reader().logHead.findUnique({ where: { id: 1 }, select: { size: true, note: true } });
  const found = await reader().logEntry.findUnique({ where: { eventId }, select: { seq: true, leafHash: true } });
  if (found === null && (await reader().auditEvent.count({ where: { id: eventId } })) === 0)
    throw new DomainError("not_found", "There is no such event.");
  const [entry, size] = [Number(found?.seq), Number(head?.size)];
  if (found === null || head === null || entry >= size) return null;
  const hashes = await hashRanges(getReaderPool(), inclusionRanges(entry, size), size);
  return { entry, size, leafHash: toBase64(found.leafHash), hashes: hashes.map(toBase64), checkpoint: head.note };
}
