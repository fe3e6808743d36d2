import type { CertificationEventFacts } from "@/lib/audit/vendor-event";
import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { toVendorPhases, type VendorFacts } from "@/lib/kernel/vendor-state";
import { isWiderFrom } from "@/lib/kernel/vendor-widening";
import { loadVendorFacts } from "@/lib/vendors/load-vendor-facts";
import type { Agreements } from "@/lib/vendors/proposed-change";
import { toEndMs } from "./answers";

/** What a change makes of the facts that decide about a vendor. */
export type FactChange = (facts: VendorFacts) => VendorFacts;

const toDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

export function withAgreements({ contractUntil, dpaUntil }: Agreements): FactChange {
  const ends = { contractUntil: toEndMs(toDate(contractUntil)), dpaUntil: toEndMs(toDate(dpaUntil)) };
  return (facts) => ({ ...facts, ...ends });
}

export function withCertificate(certificationId: string, after: CertificationEventFacts): FactChange {
  const { name, onLapse } = after;
  const validFrom = Date.parse(`${after.validFrom}T00:00:00Z`);
  const validUntil = toEndMs(toDate(after.validUntil)) ?? validFrom;
  const next = { id: certificationId, name, onLapse, validFrom, validUntil };
  return (facts) => ({
    ...facts,
    certifications: facts.certifications.map((one) => (one.id === certificationId ? next : one)),
  });
}

export function withoutSubprocessor(subprocessorId: string): FactChange {
  return (facts) => ({ ...facts, subprocessors: facts.subprocessors.filter(({ id }) => id !== subprocessorId) });
}

/** Whether a change would let the vendor's agents do more from now on, or for longer. Call it with the vendor locked, before the change. */
export async function isWidening(
  tx: Transaction,
  ctx: RequestContext,
  vendorId: string,
  change: FactChange,
): Promise<boolean> {
  const known = await loadVendorFacts([vendorId], tx);
  const facts = known.get(vendorId);
  if (facts === undefined) return false;
  const changed = new Map([...known, [vendorId, change(facts)]]);
  return isWiderFrom(toVendorPhases(vendorId, known), toVendorPhases(vendorId, changed), ctx.now.getTime());
}
