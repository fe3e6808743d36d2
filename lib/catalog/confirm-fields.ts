import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { CATEGORIES } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

/** More columns than a Postgres table can have. */
const FIELDS_MAX = 2_000;

export const ConfirmFieldsInput = z.object({
  datasetId: z.uuid({ error: "must be a dataset's id" }),
  fields: z
    .array(
      z.object({
        name: z.string().max(256),
        category: z.enum(CATEGORIES, { error: `must be one of ${CATEGORIES.join(", ")}` }),
      }),
    )
    .min(1, { error: "must name at least one field" })
    .max(FIELDS_MAX, { error: `must name at most ${FIELDS_MAX} fields` })
    .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, {
      error: "must name each field once",
    }),
});
export type ConfirmFieldsInput = z.input<typeof ConfirmFieldsInput>;

type Wanted = z.output<typeof ConfirmFieldsInput>["fields"];
type Known = { id: string; name: string; category: (typeof CATEGORIES)[number]; isConfirmed: boolean; status: string };

async function loadFields(tx: Transaction, datasetId: string): Promise<Map<string, Known>> {
  // The dataset's row is the lock against a discovery of it and another person's confirmation.
  const datasets = await tx.$queryRaw<unknown[]>`SELECT 1 FROM dataset WHERE id = ${datasetId}::uuid FOR UPDATE`;
  if (datasets.length === 0) throw new DomainError("not_found", "There is no such dataset.");
  const fields = await tx.field.findMany({
    where: { datasetId },
    select: { id: true, name: true, category: true, isConfirmed: true, status: true },
  });
  return new Map(fields.map((field) => [field.name, field]));
}

function pick(known: ReadonlyMap<string, Known>, wanted: Wanted) {
  return wanted.map(({ name, category }, index) => {
    const field = known.get(name);
    if (!field)
      throw new DomainError(
        "not_found",
        `fields.${index}.name: the dataset has no such field.`,
        `fields.${index}.name`,
      );
    return { field, category };
  });
}

/** A dataset of which no field waits for a look any more is itself looked at. */
async function settleDataset(tx: Transaction, datasetId: string): Promise<void> {
  const waiting = await tx.field.count({ where: { datasetId, status: { in: ["fresh", "changed"] } } });
  if (waiting > 0) return;
  await tx.dataset.updateMany({
    where: { id: datasetId, status: { in: ["fresh", "changed"] } },
    data: { status: "present" },
  });
}

/**
 * A person's word on what fields hold, for any number of a dataset's fields at once; from then on a discovery leaves it alone. Returns how many
 * were corrected. Throws `not_found` naming the first field that is not there; then nothing is changed.
 */
export async function confirmFields(
  ctx: RequestContext,
  input: ConfirmFieldsInput,
): Promise<{ confirmed: number; corrected: number }> {
  authorize(ctx, "catalog:write");
  const { datasetId, fields } = parseInput(ConfirmFieldsInput, input);
  return commit(ctx, async (tx) => {
    const picked = pick(await loadFields(tx, datasetId), fields);
    for (const category of new Set(picked.map((one) => one.category))) {
      const ids = picked.filter((one) => one.category === category).map(({ field }) => field.id);
      await tx.field.updateMany({ where: { id: { in: ids } }, data: { category, isConfirmed: true } });
    }
    const lookedAt = picked.map(({ field }) => field.id);
    await tx.field.updateMany({
      where: { id: { in: lookedAt }, status: { in: ["fresh", "changed"] } },
      data: { status: "present" },
    });
    await settleDataset(tx, datasetId);
    const changes = picked.map(({ field, category }) => ({
      field: field.name,
      before: field.category,
      after: category,
      wasConfirmed: field.isConfirmed,
    }));
    const corrected = changes.filter(({ before, after }) => before !== after).length;
    return {
      result: { confirmed: picked.length, corrected },
      events: [{ action: "field.confirmed", datasetId, changes }],
    };
  });
}
