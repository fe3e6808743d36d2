import { commit } from "@/lib/audit/commit";
import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/reader";
import { testContext } from "@/lib/identity/test-contexts";
import type { VendorId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { toVendorEventFacts } from "./internal/vendor-facts";

/** Ids of what every test database shares. */
const SHARED_VENDOR = "00000000-0000-7000-8000-0000000000a1" as VendorId;
const SHARED_PERSON = "00000000-0000-7000-8000-0000000000a2";
const SHARED_TEMPLATE = "00000000-0000-7000-8000-0000000000a3";
const SHARED_VERSION = "00000000-0000-7000-8000-0000000000a4";
const YEAR_MS = 365 * 86_400_000;

const CONTENT = {
  sections: [{ key: "one", title: "One" }],
  questions: [
    {
      key: "asked",
      section: "one",
      type: "yes_no",
      text: "Was it asked?",
      good: "Yes.",
      why: "For a test.",
      weight: 1,
      rule: { kind: "is", value: "yes" },
      isMust: false,
      strengthMin: "claimed",
      options: [],
      unit: null,
      clauses: [],
    },
  ],
};

type Cleared = { vendorId?: VendorId; name?: string; ownerId?: string; validUntil?: Date; conditions?: object };

/** A person and a checklist that the vendor's rows point to. */
async function addBasis(tx: Transaction, ownerId: string): Promise<void> {
  const person = {
    id: SHARED_PERSON,
    email: "vendor.owner@example.com",
    name: "Vendor owner",
    status: "active",
  } as const;
  if (ownerId === SHARED_PERSON) await tx.person.createMany({ data: [person], skipDuplicates: true });
  const template = { id: SHARED_TEMPLATE, name: "Test checklist", version: 1 };
  await tx.checklistTemplate.createMany({ data: [template], skipDuplicates: true });
  const version = { id: SHARED_VERSION, templateId: SHARED_TEMPLATE, number: 1, content: CONTENT, digest: "none" };
  await tx.checklistVersion.createMany({
    data: [{ ...version, note: "", createdById: ownerId }],
    skipDuplicates: true,
  });
}

function toEvent(vendorId: VendorId, name: string, ownerId: string): AuditEvent {
  const facts = { name, isOurselves: false, services: [], models: [], contacts: [], regions: [], ownerId };
  const days = { contractFrom: null, contractUntil: null, dpaFrom: null, dpaUntil: null };
  const after = toVendorEventFacts({ ...facts, ...days, criticality: "medium" });
  return { action: "vendor.registered", vendorId, after };
}

/** A vendor whose assessment was approved, stored as rows: cheap, for tests that are about something else. The same one unless named. */
export async function addClearedVendor({
  vendorId = SHARED_VENDOR,
  name = "Cleared vendor",
  ownerId = SHARED_PERSON,
  validUntil = new Date(Date.now() + YEAR_MS),
  conditions,
}: Cleared = {}): Promise<VendorId> {
  const ctx = testContext({ kind: "system", process: "cli" });
  if ((await reader().vendor.findUnique({ where: { id: vendorId }, select: { id: true } })) !== null) return vendorId;
  return commit(ctx, async (tx) => {
    // Tests add agents at the same moment; one of them makes the vendor.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(4702111302)`;
    const events: OneOrMore<AuditEvent> = [toEvent(vendorId, name, ownerId)];
    if ((await tx.vendor.findUnique({ where: { id: vendorId }, select: { id: true } })) !== null)
      return { result: vendorId, events };
    await addBasis(tx, ownerId);
    await tx.vendor.create({ data: { id: vendorId, name, ownerId } });
    const people = { startedById: ownerId, submittedById: ownerId, decidedById: ownerId };
    const times = { startedAt: ctx.now, submittedAt: ctx.now, decidedAt: ctx.now, validUntil };
    const outcome = conditions === undefined ? "approved" : "approved_with_conditions";
    const row = {
      id: newId(ctx.now),
      vendorId,
      number: 1,
      versionId: SHARED_VERSION,
      state: "decided",
      outcome,
    } as const;
    const limits = conditions === undefined ? {} : { conditions };
    await tx.assessment.create({ data: { ...row, ...people, ...times, ...limits } });
    return { result: vendorId, events };
  });
}
