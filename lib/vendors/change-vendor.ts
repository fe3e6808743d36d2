import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { proposeChange, replaceProposal } from "./internal/propose-change";
import {
  assertOwnerActive,
  assertVendorIsOne,
  lockVendor,
  type StoredVendor,
  toAgreements,
  toVendorEventFacts,
} from "./internal/vendor-facts";
import { isWidening, withAgreements } from "./internal/widening";
import { VendorConflict } from "./vendor-conflict";
import { type ParsedVendor, VendorIdInput, VendorInput } from "./vendor-input";

export const ChangeVendorInput = VendorInput.extend({
  vendorId: VendorIdInput,
  /** The revision that was on the screen. */
  revision: z.coerce.number("names no revision").int().min(1),
});
export type ChangeVendorInput = Omit<z.input<typeof ChangeVendorInput>, "revision"> & { revision: number | string };

async function assertSeen(tx: Transaction, vendor: StoredVendor, revision: number): Promise<void> {
  if (vendor.revision === revision) return;
  const by = vendor.changedById && (await tx.person.findUnique({ where: { id: vendor.changedById } }));
  throw new VendorConflict({ ...vendor, contacts: vendor.contacts as ParsedVendor["contacts"] }, by ? by.name : null);
}

function toSooner(a: Date | null, b: Date | null): Date | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b;
}

/** What is saved at once, and what waits for a second person: dates that let agents go on for longer. */
async function splitChange(tx: Transaction, ctx: RequestContext, before: StoredVendor, asked: ParsedVendor) {
  const vendorId = before.id;
  const [stored, wanted] = [toAgreements(before), toAgreements(asked)];
  const isWider = await isWidening(tx, ctx, vendorId, withAgreements(wanted));
  if (!isWider || ctx.actor.kind !== "person") {
    const isOther = stored.contractUntil !== wanted.contractUntil || stored.dpaUntil !== wanted.dpaUntil;
    if (isOther) await replaceProposal(tx, ctx, { vendorId, kind: "agreements", subjectId: vendorId });
    return { after: asked, widens: isWider ? ({ widens: true } as const) : {}, waiting: null };
  }
  // An end that comes sooner narrows, and never waits.
  const contractUntil = toSooner(before.contractUntil, asked.contractUntil);
  const after = { ...asked, contractUntil, dpaUntil: toSooner(before.dpaUntil, asked.dpaUntil) };
  const content = { kind: "agreements", before: toAgreements(after), after: wanted } as const;
  return { after, widens: {}, waiting: await proposeChange(tx, ctx, { vendorId, subjectId: vendorId, content }) };
}

/**
 * Changes what is said about a vendor. An end that comes sooner closes its agents' access from that moment on; one that comes later, where
 * it lets agents go on for longer, waits for a second person. Throws `VendorConflict` when somebody saved another form since `revision`.
 */
export async function changeVendor(ctx: RequestContext, input: ChangeVendorInput): Promise<{ isWaiting: boolean }> {
  authorize(ctx, "vendor:write");
  const { vendorId, revision, ...asked } = parseInput(ChangeVendorInput, input);
  return commit<{ isWaiting: boolean }>(ctx, async (tx) => {
    const before = await lockVendor(tx, vendorId);
    await assertSeen(tx, before, revision);
    if (asked.ownerId !== before.ownerId) await assertOwnerActive(tx, asked.ownerId);
    await assertVendorIsOne(tx, asked, vendorId);
    const { after, widens, waiting } = await splitChange(tx, ctx, before, asked);
    const changedById = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    await tx.vendor.update({ where: { id: vendorId }, data: { ...after, revision: revision + 1, changedById } });
    const facts = { before: toVendorEventFacts(before), after: toVendorEventFacts(after) };
    const changed: AuditEvent = { action: "vendor.changed", vendorId, ...facts, ...widens };
    return { result: { isWaiting: waiting !== null }, events: [changed, ...(waiting === null ? [] : [waiting])] };
  });
}
