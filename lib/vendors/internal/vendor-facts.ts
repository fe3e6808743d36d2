import type { Agreements } from "@/lib/vendors/proposed-change";
import type { CertificationEventFacts, VendorEventFacts } from "@/lib/audit/vendor-event";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import type { Criticality, LapseEffect } from "@/lib/kernel/vendor-vocabulary";

export function toDay(at: Date | null): string | null {
  return at === null ? null : at.toISOString().slice(0, 10);
}

type Stored = Omit<VendorEventFacts, "contactCount" | "contractFrom" | "contractUntil" | "dpaFrom" | "dpaUntil"> & {
  contacts: unknown;
  contractFrom: Date | null;
  contractUntil: Date | null;
  dpaFrom: Date | null;
  dpaUntil: Date | null;
  criticality: Criticality;
};

export function toAgreements({ contractUntil, dpaUntil }: Pick<Stored, "contractUntil" | "dpaUntil">): Agreements {
  return { contractUntil: toDay(contractUntil), dpaUntil: toDay(dpaUntil) };
}

/** What an event says of a vendor. */
export function toVendorEventFacts(vendor: Stored): VendorEventFacts {
  const { name, isOurselves, services, models, regions, ownerId, criticality } = vendor;
  return {
    name,
    isOurselves,
    services,
    models,
    contactCount: Array.isArray(vendor.contacts) ? vendor.contacts.length : 0,
    contractFrom: toDay(vendor.contractFrom),
    contractUntil: toDay(vendor.contractUntil),
    dpaFrom: toDay(vendor.dpaFrom),
    dpaUntil: toDay(vendor.dpaUntil),
    regions,
    ownerId,
    criticality,
  };
}

type StoredCertification = { name: string; scope: string; validFrom: Date; validUntil: Date; onLapse: LapseEffect };

export function toCertificationFacts({
  name,
  scope,
  validFrom,
  validUntil,
  onLapse,
}: StoredCertification): CertificationEventFacts {
  return { name, scope, validFrom: toDay(validFrom) ?? "", validUntil: toDay(validUntil) ?? "", onLapse };
}

/** Locks a vendor for the rest of the transaction. Throws `not_found`. */
export async function lockVendor(tx: Transaction, vendorId: string) {
  await tx.$executeRaw`SELECT 1 FROM vendor WHERE id = ${vendorId}::uuid FOR NO KEY UPDATE`;
  const vendor = await tx.vendor.findUnique({ where: { id: vendorId } });
  if (vendor === null) throw new DomainError("not_found", "There is no such vendor.", "vendorId");
  return vendor;
}

export type StoredVendor = Awaited<ReturnType<typeof lockVendor>>;

/** Throws `invalid_input` unless the owner is a person who can answer today. */
export async function assertOwnerActive(tx: Transaction, ownerId: string): Promise<void> {
  const owner = await tx.person.findUnique({ where: { id: ownerId }, select: { status: true } });
  if (owner?.status !== "active")
    throw new DomainError("invalid_input", "The owner must be a person who is active: choose another.", "ownerId");
}

/** Throws `conflict` where another vendor has the name, or is ourselves already. */
export async function assertVendorIsOne(
  tx: Transaction,
  { name, isOurselves }: { name: string; isOurselves: boolean },
  ownId: string | null,
): Promise<void> {
  const not = ownId === null ? {} : { NOT: { id: ownId } };
  if ((await tx.vendor.findFirst({ where: { name, ...not }, select: { id: true } })) !== null)
    throw new DomainError("conflict", `A vendor is called ${name} already: choose another name.`, "name");
  if (isOurselves && (await tx.vendor.findFirst({ where: { isOurselves, ...not }, select: { id: true } })) !== null)
    throw new DomainError("conflict", "Another vendor stands for ourselves already.", "isOurselves");
}
