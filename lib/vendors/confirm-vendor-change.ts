import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockProposal } from "./internal/lock-proposal";
import { toAgreements, toCertificationFacts, toVendorEventFacts } from "./internal/vendor-facts";
import type { ProposedChange } from "./proposed-change";

export const ConfirmVendorChangeInput = z.object({ proposalId: z.uuid("names no proposed change") });
export type ConfirmVendorChangeInput = z.input<typeof ConfirmVendorChangeInput>;

type Vendor = Awaited<ReturnType<typeof lockProposal>>["vendor"];
type Of<Kind extends ProposedChange["kind"]> = Extract<ProposedChange, { kind: Kind }>;

const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const toMaybeDate = (day: string | null): Date | null => (day === null ? null : toDate(day));

function assertStillSo(before: Json, now: Json): void {
  if (canonicalJson(before) !== canonicalJson(now))
    throw new DomainError("conflict", "It was changed after this was proposed: turn it down, and propose it again.");
}

async function applyAgreements(tx: Transaction, vendor: Vendor, { before, after }: Of<"agreements">) {
  assertStillSo(before, toAgreements(vendor));
  const changed = {
    ...vendor,
    contractUntil: toMaybeDate(after.contractUntil),
    dpaUntil: toMaybeDate(after.dpaUntil),
  };
  const { contractUntil, dpaUntil } = changed;
  const data = { contractUntil, dpaUntil, revision: { increment: 1 } };
  await tx.vendor.update({ where: { id: vendor.id }, data });
  const facts = { before: toVendorEventFacts(vendor), after: toVendorEventFacts(changed) };
  return { action: "vendor.changed", vendorId: vendor.id, ...facts, widens: true } as const;
}

async function applyCertificate(
  tx: Transaction,
  vendor: Vendor,
  certificationId: string,
  { before, after }: Of<"certification">,
) {
  const stored = await tx.certification.findUnique({ where: { id: certificationId } });
  assertStillSo(before, stored && toCertificationFacts(stored));
  const data = { ...after, validFrom: toDate(after.validFrom), validUntil: toDate(after.validUntil) };
  await tx.certification.update({ where: { id: certificationId }, data });
  const about = { vendorId: vendor.id, certificationId };
  return { action: "certification.changed", ...about, before, after, widens: true } as const;
}

async function applyRemoval(tx: Transaction, vendor: Vendor, { before }: Of<"subprocessor_removal">) {
  const where = { vendorId: vendor.id, subprocessorId: before.subprocessorId };
  const stored = await tx.vendorSubprocessor.findUnique({ where: { vendorId_subprocessorId: where } });
  const { vendorId: _, ...facts } = stored ?? { vendorId: "" };
  assertStillSo(before, facts);
  await tx.vendorSubprocessor.delete({ where: { vendorId_subprocessorId: where } });
  return { action: "vendor.subprocessor_removed", vendorId: vendor.id, before, widens: true } as const;
}

function apply(tx: Transaction, vendor: Vendor, subjectId: string, content: ProposedChange): Promise<AuditEvent> {
  switch (content.kind) {
    case "agreements":
      return applyAgreements(tx, vendor, content);
    case "certification":
      return applyCertificate(tx, vendor, subjectId, content);
    case "subprocessor_removal":
      return applyRemoval(tx, vendor, content);
  }
}

/**
 * Puts a change in force that lets a vendor's agents do more, or for longer. Throws `not_permitted` for whoever proposed it, `conflict`
 * where it waits no longer or what it changes is not as it was.
 */
export async function confirmVendorChange(ctx: RequestContext, input: ConfirmVendorChangeInput): Promise<void> {
  authorize(ctx, "vendor:approve");
  const { proposalId } = parseInput(ConfirmVendorChangeInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { vendor, proposal, content } = await lockProposal(tx, proposalId);
    const { kind, subjectId, proposedById } = proposal;
    if (proposedById === personId)
      throw new DomainError("not_permitted", "You proposed this change: somebody else has to confirm it.");
    const applied = await apply(tx, vendor, subjectId, content);
    const data = { state: "confirmed", decidedById: personId, decidedAt: ctx.now } as const;
    await tx.vendorProposal.update({ where: { id: proposalId }, data });
    const { before, after } = content;
    const about = { vendorId: vendor.id, proposalId, kind, subjectId, before, after, proposedById };
    return { result: undefined, events: [{ action: "vendor.change_confirmed", ...about }, applied] };
  });
}
