import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";

export const RemoveStreamInput = z.strictObject({ streamId: z.uuid("names no stream") });
export type RemoveStreamInput = z.input<typeof RemoveStreamInput>;

/** Ends a stream for good. What it had not sent stays in the log. Throws `not_found`. */
export async function removeStream(ctx: RequestContext, input: RemoveStreamInput): Promise<void> {
  authorize(ctx, "audit_stream:write");
  const { streamId } = parseInput(RemoveStreamInput, input);
  await commit(ctx, async (tx) => {
    const stream = await tx.auditStream.findUnique({ where: { id: streamId }, select: { seq: true } });
    if (stream === null) throw new DomainError("not_found", "There is no such stream.");
    await tx.auditStream.deleteMany({ where: { id: streamId } });
    const head = await tx.logHead.findUnique({ where: { id: 1 }, select: { size: true } });
    const unsent = Math.max(0, Number(head?.size ?? 0n) - Number(stream.seq));
    return { result: undefined, events: [{ action: "audit.stream_removed", streamId, unsent }] };
  });
}
