import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { RECORD_KINDS } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

export const DescribeDatasetInput = z.object({
  datasetId: z.uuid({ error: "must be a dataset's id" }),
  recordKind: z.enum(RECORD_KINDS, { error: `must be one of ${RECORD_KINDS.join(", ")}` }),
  /** The field that names the customer a row is about, or null when rows are about nobody. */
  subjectKey: z.string().max(256).nullable(),
});
export type DescribeDatasetInput = z.input<typeof DescribeDatasetInput>;

/** A person's word on what a dataset holds and whom its rows are about; a discovery then leaves it alone. Throws `not_found`, `conflict`. */
export async function describeDataset(ctx: RequestContext, input: DescribeDatasetInput): Promise<void> {
  authorize(ctx, "catalog:write");
  const { datasetId, recordKind, subjectKey } = parseInput(DescribeDatasetInput, input);
  await commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM dataset WHERE id = ${datasetId}::uuid FOR UPDATE`;
    const before = await tx.dataset.findUnique({
      where: { id: datasetId },
      select: { recordKind: true, subjectKey: true },
    });
    if (!before) throw new DomainError("not_found", "There is no such dataset.");
    const key = subjectKey === null ? null : { datasetId, name: subjectKey, status: { not: "vanished" } as const };
    if (key && (await tx.field.count({ where: key })) === 0) {
      throw new DomainError("not_found", "subjectKey: the dataset has no such field.", "subjectKey");
    }
    await tx.dataset.update({
      where: { id: datasetId },
      data: { recordKind, subjectKey, recordKindConfirmed: true },
      select: { id: true },
    });
    const after = { recordKind, subjectKey };
    return { result: undefined, events: [{ action: "dataset.described", datasetId, before, after }] };
  });
}
