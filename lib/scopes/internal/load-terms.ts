import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import { type ParsedScope, ScopeInput } from "@/lib/scopes/scope-input";

/** What a version of a scope grants, as a new version of it would be asked for. Throws `not_found`. */
export async function loadTerms(tx: Transaction, scopeId: string, number: number, note: string): Promise<ParsedScope> {
  const version = await tx.scopeVersion.findUnique({
    where: { scopeId_number: { scopeId, number } },
    include: { fields: { orderBy: { fieldName: "asc" } } },
  });
  if (version === null) throw new DomainError("not_found", "The scope has no such version.");
  const fields = Object.fromEntries(version.fields.map(({ fieldName, treatment }) => [fieldName, treatment]));
  return ScopeInput.parse({ ...version, fields, note });
}
