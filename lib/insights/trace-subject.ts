import { z } from "zod";
import { listUses, type Use } from "@/lib/audit/list-uses";
import { noteReading } from "@/lib/audit/search/note-search";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DatasetId } from "@/lib/kernel/ids";
import { loadDatasetFacts } from "@/lib/policy/load-dataset-facts";
import { toSubjectRef } from "@/lib/policy/to-pseudonym";
import { parseInput } from "@/lib/runtime/parse-input";
import { sumUses, type UseSum } from "./internal/sum-uses";

/** Uses that the short answer is worked out from, and that one page of the timeline shows at most. */
export const USES_MAX = 2_000;

export const TraceSubjectInput = z
  .strictObject({
    /** The dataset by whose subject key the customer is known. */
    datasetId: z.uuid("names no dataset").optional(),
    /** The value of that key: it stays in this request and is written nowhere. */
    customer: z.string().trim().min(1, "is empty").max(500, "has at most 500 letters").optional(),
    /** Or the pseudonym, as the log has it. */
    subject: z
      .string()
      .regex(/^sub_[0-9a-f]{32}$/, "must be a customer's pseudonym")
      .optional(),
    from: z.coerce.date("must be a time").optional(),
    to: z.coerce.date("must be a time").optional(),
    after: z.uuid("must be an event's id").toLowerCase().optional(),
  })
  .refine(
    (input) => (input.subject === undefined) !== (input.datasetId === undefined || input.customer === undefined),
    {
      error: "Give either a dataset and a customer's id in it, or a pseudonym.",
    },
  );
export type TraceSubjectInput = z.input<typeof TraceSubjectInput>;

export type SubjectTrace = {
  /** The customer's pseudonym in the log. */
  subject: string;
  /** Who saw the customer, most often first; of the newest 2,000 uses where there are more. */
  sums: UseSum[];
  /** Every use, newest first. */
  uses: Use[];
  /** For the uses before these; null when these are all. */
  next: string | null;
};

type Asked = z.output<typeof TraceSubjectInput>;

/** A customer's pseudonym, the same in all datasets that foreign keys join to this one. */
async function toSubject({ datasetId, customer, subject }: Asked): Promise<string> {
  if (subject !== undefined) return subject;
  const facts = await loadDatasetFacts(datasetId as DatasetId);
  const column = facts.columns.get(facts.subjectKey ?? "");
  if (column === undefined) {
    const fix = "a steward names the field that identifies a customer on the dataset's page.";
    throw new DomainError("conflict", `This dataset has no subject key: ${fix}`, "datasetId");
  }
  return toSubjectRef(customer ?? "", column);
}

/**
 * Who saw this customer: every use by agents and people across datasets, from the log alone. The customer's id is turned into the
 * pseudonym that the log holds and is not kept; that somebody asked is an event.
 */
export async function traceSubject(ctx: RequestContext, input: TraceSubjectInput): Promise<SubjectTrace> {
  authorize(ctx, "subject:trace");
  const startedAt = performance.now();
  const asked = parseInput(TraceSubjectInput, input);
  const subject = await toSubject(asked);
  const filters = {
    subject,
    ...(asked.from === undefined ? {} : { from: asked.from }),
    ...(asked.to === undefined ? {} : { to: asked.to }),
    isWithoutAuditReads: true,
  };
  const uses = await listUses(filters, { after: asked.after, limit: USES_MAX + 1 });
  const page = uses.slice(0, USES_MAX);
  const durationMs = Math.round(performance.now() - startedAt);
  await noteReading(ctx, `${subject} ${asked.after ?? ""}`, {
    action: "audit.subject_traced",
    ...(asked.datasetId === undefined ? {} : { datasetId: asked.datasetId }),
    subjects: [subject],
    rowCount: page.length,
    durationMs,
  });
  return { subject, sums: sumUses(page), uses: page, next: uses.length > USES_MAX ? (page.at(-1)?.id ?? null) : null };
}
