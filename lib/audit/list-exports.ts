import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";

export const ListExportsInput = z.strictObject({ exportId: z.uuid("names no export").optional() });
export type ListExportsInput = z.input<typeof ListExportsInput>;

export type ExportRow = {
  id: string;
  format: string;
  /** What it takes in, as it was asked for: JSON. */
  scope: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  isCancelAsked: boolean;
  requestedById: string;
  requestedBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  expiresAt: Date | null;
  rowsDone: number;
  /** Null until it is known. */
  rowsTotal: number | null;
  bytes: number | null;
  sha256: string | null;
  failure: string | null;
};

/** The newest 100 exports, or the one that is asked for: for a page that shows progress. */
export async function listExports(ctx: RequestContext, input: ListExportsInput): Promise<ExportRow[]> {
  authorize(ctx, "audit:export");
  const { exportId } = parseInput(ListExportsInput, input);
  const rows = await reader().auditExport.findMany({
    where: exportId === undefined ? {} : { id: exportId },
    orderBy: { id: "desc" },
    take: 100,
  });
  const people = await reader().person.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.requestedBy))] } },
    select: { id: true, name: true },
  });
  return rows.map(({ requestedBy, bytes, heartbeatAt: _, ...row }) => ({
    ...row,
    bytes: bytes === null ? null : Number(bytes),
    requestedById: requestedBy,
    requestedBy: people.find(({ id }) => id === requestedBy)?.name ?? null,
  }));
}
