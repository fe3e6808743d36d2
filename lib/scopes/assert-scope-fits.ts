import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ParsedScope } from "./scope-input";

const YEAR_MS = 366 * 86_400_000;

/** Checks a scope against the catalogue as it is now. Throws `invalid_input` naming the part that does not fit. */
export async function assertScopeFits(tx: Transaction, datasetId: string, scope: ParsedScope, now: Date): Promise<void> {
  if (scope.expiresAt <= now) throw new DomainError("invalid_input", "The expiry must lie in the future.", "expiresAt");
  if (scope.expiresAt.getTime() > now.getTime() + YEAR_MS) {
    throw new DomainError("invalid_input", "The expiry must lie within a year: scopes are renewed, not forgotten.", "expiresAt");
  }
  const known = await tx.purpose.findMany({ where: { code: { in: scope.purposes } }, select: { code: true } });
  const unknown = scope.purposes.find((code) => !known.some((purpose) => purpose.code === code));
  if (unknown !== undefined) throw new DomainError("invalid_input", "One of the purposes is not defined: define it first.", "purposes");

  const dataset = await tx.dataset.findUnique({
    where: { id: datasetId },
    select: { status: true, subjectKey: true, fields: { select: { name: true, status: true } } },
  });
  if (dataset === null) throw new DomainError("not_found", "There is no such dataset.", "datasetId");
  if (dataset.status === "vanished") throw new DomainError("conflict", "The dataset is gone from its source: run discovery.", "datasetId");
  const usable = new Set(dataset.fields.filter((field) => field.status !== "vanished").map((field) => field.name));
  for (const field of [...Object.keys(scope.fields), ...scope.rowBound.map((condition) => condition.field)]) {
    if (!usable.has(field)) throw new DomainError("invalid_input", `The dataset has no field ${field}.`, "fields");
  }
}
