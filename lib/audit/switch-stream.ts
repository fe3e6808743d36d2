import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";

export const SwitchStreamInput = z.strictObject({ streamId: z.uuid("names no stream"), isOn: z.boolean() });
export type SwitchStreamInput = z.input<typeof SwitchStreamInput>;

/** Switches a stream off, or on again where it stopped; switching on also tries a target that failed at once. Throws `not_found`. */
export async function switchStream(ctx: RequestContext, input: SwitchStreamInput): Promise<void> {
  authorize(ctx, "audit_stream:write");
  const { streamId, isOn } = parseInput(SwitchStreamInput, input);
  await commit(ctx, async (tx) => {
    const stream = await tx.auditStream.findUnique({ where: { id: streamId }, select: { isOn: true } });
    if (stream === null) throw new DomainError("not_found", "There is no such stream.");
    await tx.auditStream.update({
      where: { id: streamId },
      data: { isOn, tryAt: null, attempts: 0 },
      select: { id: true },
    });
    const event = {
      action: "audit.stream_switched",
      streamId,
      before: { isOn: stream.isOn },
      after: { isOn },
    } as const;
    return { result: undefined, events: [event] };
  });
}
