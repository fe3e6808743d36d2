import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { STREAM_KINDS, type StreamKind } from "./streams/stream-target";

export type StreamListRow = {
  id: string;
  name: string;
  kind: StreamKind;
  /** The rest of an address may hold a secret and is not told. */
  host: string;
  isOn: boolean;
  /** Entries of the log that wait to be sent. */
  behind: number;
  sentAt: Date | null;
  failedSince: Date | null;
  failure: string | null;
  /** When a target that failed is tried again. */
  tryAt: Date | null;
};

/** Every stream with how far it is, by name. */
export async function listStreams(ctx: RequestContext): Promise<StreamListRow[]> {
  authorize(ctx, "audit_stream:read");
  const head = await reader().logHead.findUnique({ where: { id: 1 }, select: { size: true } });
  const streams = await reader().auditStream.findMany({
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      kind: true,
      host: true,
      isOn: true,
      seq: true,
      sentAt: true,
      failedSince: true,
      failure: true,
      tryAt: true,
    },
  });
  return streams.map(({ seq, kind: stored, ...stream }) => {
    const kind = STREAM_KINDS.find((one) => one === stored) ?? "webhook";
    return { ...stream, kind, behind: Math.max(0, Number(head?.size ?? 0n) - Number(seq)) };
  });
}
