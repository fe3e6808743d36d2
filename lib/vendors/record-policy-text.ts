import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { diffLines } from "@/lib/kernel/diff-text";
import { DomainError } from "@/lib/kernel/domain-error";
import type { PolicyTextId } from "@/lib/kernel/ids";
import { sha256Hex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { Day } from "./vendor-input";

export const RecordPolicyTextInput = z.object({
  watchId: z.uuid("names no text"),
  text: z
    .string()
    .min(1, "is required")
    .max(400_000, "must be at most 400,000 characters")
    .transform((text) => text.replaceAll("\r\n", "\n")),
  datedOn: Day,
});
export type RecordPolicyTextInput = z.input<typeof RecordPolicyTextInput>;

export type RecordedPolicyText = { textId: PolicyTextId; number: number; linesAdded: number; linesRemoved: number };

function countLines(before: string, after: string): { linesAdded: number; linesRemoved: number } {
  const lines = diffLines(before, after);
  const count = (kind: "added" | "removed") => lines.filter((line) => line.kind === kind).length;
  return { linesAdded: count("added"), linesRemoved: count("removed") };
}

/**
 * Records what a watched text says on a day. Where it differs from the one before, somebody has to say whether the answers still hold.
 * Throws `conflict` when it says exactly what the last one did.
 */
export async function recordPolicyText(ctx: RequestContext, input: RecordPolicyTextInput): Promise<RecordedPolicyText> {
  authorize(ctx, "vendor:write");
  const { watchId, text, datedOn } = parseInput(RecordPolicyTextInput, input);
  const { personId } = getPersonActor(ctx);
  const sha256 = sha256Hex(text);
  const textId = newId(ctx.now) as PolicyTextId;
  return commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM policy_watch WHERE id = ${watchId}::uuid FOR UPDATE`;
    const watch = await tx.policyWatch.findUnique({ where: { id: watchId }, select: { vendorId: true } });
    if (watch === null) throw new DomainError("not_found", "There is no such text.", "watchId");
    const last = await tx.policyText.findFirst({ where: { watchId }, orderBy: { number: "desc" } });
    if (last?.sha256 === sha256)
      throw new DomainError("conflict", "It says exactly what it said the last time.", "text");
    const number = (last?.number ?? 0) + 1;
    const lines = last === null ? { linesAdded: 0, linesRemoved: 0 } : countLines(last.text, text);
    // The first has nothing that could have changed.
    const judged = last === null ? { answersHold: true, judgedById: personId, judgedAt: ctx.now } : {};
    const row = { id: textId, watchId, number, text, sha256, datedOn, recordedById: personId, recordedAt: ctx.now };
    await tx.policyText.create({ data: { ...row, ...lines, ...judged } });
    const { vendorId } = watch;
    return {
      result: { textId, number, ...lines },
      events: [{ action: "policy_text.recorded", vendorId, watchId, textId, number, sha256, ...lines }],
    };
  });
}
