import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { tellOwners } from "./internal/tell-owners";
import { VendorIdInput } from "./vendor-input";

export const RecordReminderInput = z.object({
  vendorId: VendorIdInput,
  subject: z.enum(["assessment", "contract", "dpa", "certification", "answer", "exception"]),
  subjectId: z.string().max(120),
  endsAt: z.date(),
  daysBefore: z.number().int().min(1).max(30),
});
export type RecordReminderInput = z.input<typeof RecordReminderInput>;

/** Tells whoever answers for a vendor that something of it ends, once. Throws `conflict` when that was done already. */
export async function recordReminder(ctx: RequestContext, input: RecordReminderInput): Promise<void> {
  authorize(ctx, "vendor:clock");
  const reminder = parseInput(RecordReminderInput, input);
  return commit(ctx, async (tx) => {
    const data = [{ id: newId(ctx.now), ...reminder, createdAt: ctx.now }];
    const { count } = await tx.vendorReminder.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new DomainError("conflict", "They were told already.");
    const { vendorId, subject, subjectId, endsAt, daysBefore } = reminder;
    const personIds = await tellOwners(tx, ctx.now, { topic: "vendor_ending", vendorId });
    const event = { action: "vendor.reminded", vendorId, subject, subjectId, daysBefore, personIds } as const;
    return { result: undefined, events: [{ ...event, endsAt: endsAt.toISOString() }] };
  });
}
