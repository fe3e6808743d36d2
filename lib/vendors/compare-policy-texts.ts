import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type DiffLine, diffLines } from "@/lib/kernel/diff-text";
import { DomainError } from "@/lib/kernel/domain-error";
import type { PolicyTextId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";

export const ComparePolicyTextsInput = z.object({
  watchId: z.uuid("names no text"),
  /** The newer one; the newest when left out. */
  number: z.coerce.number().int().min(1).optional(),
  /** The older one; the one before when left out. */
  before: z.coerce.number().int().min(0).optional(),
});
export type ComparePolicyTextsInput = z.input<typeof ComparePolicyTextsInput>;

type RecordedText = {
  id: PolicyTextId;
  number: number;
  sha256: string;
  datedOn: Date;
  recordedAt: Date;
  recordedBy: string;
  answersHold: boolean | null;
  judgedBy: string | null;
  judgedAt: Date | null;
  judgedNote: string;
};
export type PolicyComparison = {
  title: string;
  url: string;
  after: RecordedText;
  /** Null: the newer one is the first. */
  before: RecordedText | null;
  lines: DiffLine[];
};

/** What two recorded forms of a vendor's text differ in, line by line and within changed lines word by word. */
export async function comparePolicyTexts(
  ctx: RequestContext,
  input: ComparePolicyTextsInput,
): Promise<PolicyComparison> {
  authorize(ctx, "vendor:read");
  const { watchId, number, before: wanted } = parseInput(ComparePolicyTextsInput, input);
  const watch = await reader().policyWatch.findUnique({
    where: { id: watchId },
    select: { title: true, url: true, texts: { orderBy: { number: "desc" }, select: { number: true } } },
  });
  const newer = number ?? watch?.texts[0]?.number ?? 0;
  const older = wanted ?? newer - 1;
  const rows = await reader().policyText.findMany({
    where: { watchId, number: { in: [newer, older] } },
    include: { recordedBy: { select: { name: true } }, judgedBy: { select: { name: true } } },
  });
  const after = rows.find((row) => row.number === newer);
  if (watch === null || after === undefined) throw new DomainError("not_found", "There is no such text.");
  const before = rows.find((row) => row.number === older) ?? null;
  const toRecorded = ({ text: _, watchId: __, recordedBy, judgedBy, id, ...row }: typeof after): RecordedText => ({
    ...row,
    id: id as PolicyTextId,
    recordedBy: recordedBy.name,
    judgedBy: judgedBy?.name ?? null,
  });
  return {
    title: watch.title,
    url: watch.url,
    after: toRecorded(after),
    before: before && toRecorded(before),
    lines: diffLines(before?.text ?? "", after.text),
  };
}
