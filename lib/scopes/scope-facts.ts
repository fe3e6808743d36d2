import type { ScopeFacts } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { Json } from "@/lib/kernel/canonical-json";
import type { Treatment } from "@/lib/kernel/vocabulary";
import type { ParsedScope } from "./scope-input";

type StoredVersion = {
  purposes: string[];
  rowBound: unknown;
  requiresCase: boolean;
  rowsPerRequestMax: number;
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  expiresAt: Date;
  fields: { fieldName: string; treatment: Treatment }[];
};

/** A version of a scope as its event tells it. */
export function toScopeFacts(version: StoredVersion): ScopeFacts {
  return {
    purposes: [...version.purposes].sort(),
    fields: Object.fromEntries(version.fields.map(({ fieldName, treatment }) => [fieldName, treatment])),
    rowBound: version.rowBound as Json,
    requiresCase: version.requiresCase,
    rowsPerRequestMax: version.rowsPerRequestMax,
    rowsPerDayMax: version.rowsPerDayMax,
    subjectsPerDayMax: version.subjectsPerDayMax,
    expiresAt: version.expiresAt.toISOString(),
  };
}

/** Adds a version to a scope and returns its facts. */
export async function addScopeVersion(
  tx: Transaction,
  version: { id: string; scopeId: string; number: number; createdById: string; createdAt: Date },
  scope: ParsedScope,
): Promise<ScopeFacts> {
  const { fields, rowBound, ...rest } = scope;
  const stored = await tx.scopeVersion.create({
    data: {
      ...version,
      ...rest,
      rowBound,
      fields: { create: Object.entries(fields).map(([fieldName, treatment]) => ({ fieldName, treatment })) },
    },
    select: {
      purposes: true,
      rowBound: true,
      requiresCase: true,
      rowsPerRequestMax: true,
      rowsPerDayMax: true,
      subjectsPerDayMax: true,
      expiresAt: true,
      fields: { select: { fieldName: true, treatment: true }, orderBy: { fieldName: "asc" } },
    },
  });
  return toScopeFacts(stored);
}
