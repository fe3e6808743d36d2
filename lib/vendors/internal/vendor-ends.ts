import type { VendorFacts } from "@/lib/kernel/vendor-state";

export type EndSubject = "assessment" | "contract" | "dpa" | "certification" | "answer" | "exception";
/** Something whose end narrows or closes a vendor by itself; `endsAt` in milliseconds since the epoch. */
export type VendorEnd = { subject: EndSubject; subjectId: string; name: string; endsAt: number };

/** Everything about a vendor that ends by itself and does something when it does. Nothing where it is not cleared anyway. */
export function listVendorEnds(vendor: VendorFacts): VendorEnd[] {
  const { id, assessment, contractUntil, dpaUntil, certifications } = vendor;
  if (assessment === null || assessment.outcome === "rejected") return [];
  const ends: (Omit<VendorEnd, "endsAt"> & { endsAt: number | null })[] = [
    {
      subject: "assessment",
      subjectId: assessment.id,
      name: `assessment ${assessment.number}`,
      endsAt: assessment.validUntil,
    },
    { subject: "contract", subjectId: id, name: "the contract", endsAt: contractUntil },
    { subject: "dpa", subjectId: id, name: "the data-processing agreement", endsAt: dpaUntil },
    ...certifications
      .filter(({ onLapse }) => onLapse !== "nothing")
      .map((one) => ({ subject: "certification" as const, subjectId: one.id, name: one.name, endsAt: one.validUntil })),
    ...assessment.musts.map(({ key, validUntil }) => ({
      subject: "answer" as const,
      subjectId: `${assessment.id}:${key}`,
      name: key,
      endsAt: validUntil,
    })),
    ...assessment.exceptions.map(({ id: exceptionId, key, endsAt }) => ({
      subject: "exception" as const,
      subjectId: exceptionId,
      name: key,
      endsAt,
    })),
  ];
  return ends.flatMap(({ endsAt, ...end }) => (endsAt === null ? [] : [{ ...end, endsAt }]));
}
