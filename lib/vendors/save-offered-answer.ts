import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { AnswerContent, QuestionKey } from "./answer-input";
import { getQuestion } from "./internal/lock-assessment";
import { sealSaid } from "./internal/said";
import { assertValueFits } from "./internal/store-answer";
import { LinkToken, useVendorLink } from "./internal/use-vendor-link";

export const SaveOfferedAnswerInput = z.object({
  token: LinkToken,
  questionKey: QuestionKey,
  /** The revision that was on the screen; 0 where there was none. */
  revision: z.number().int().min(0),
  ...AnswerContent,
});
export type SaveOfferedAnswerInput = z.input<typeof SaveOfferedAnswerInput>;

/**
 * Saves a vendor's own answer as it is filled in. It counts for nothing until it is submitted and somebody of ours takes it. Throws
 * `conflict` when the same answer was saved meanwhile, or was submitted already.
 */
export async function saveOfferedAnswer(
  ctx: RequestContext,
  input: SaveOfferedAnswerInput,
): Promise<{ revision: number }> {
  authorize(ctx, "vendor_link:use");
  const { token, questionKey, revision, value, note, links, fileIds } = parseInput(SaveOfferedAnswerInput, input);
  return useVendorLink(ctx, token, async (tx, { linkId, vendorId, assessmentId, content }) => {
    const question = getQuestion(content, questionKey);
    assertValueFits(question, value);
    const own = question.type === "file" && Array.isArray(value) ? value : [];
    const files = [...new Set([...fileIds, ...own])];
    if ((await tx.evidenceFile.count({ where: { id: { in: files }, linkId } })) < files.length)
      throw new DomainError(
        "invalid_input",
        "One of the files did not come with this link: attach it again.",
        "fileIds",
      );
    const said = { links, fileIds: files, updatedAt: ctx.now };
    const next = revision + 1;
    const gone = new DomainError(
      "conflict",
      "This answer was saved or submitted meanwhile: open the page again to see it.",
    );
    const place = { linkId_questionKey: { linkId, questionKey } };
    const stored = revision === 0 ? null : await tx.offeredAnswer.findUnique({ where: place, select: { id: true } });
    const id = stored?.id ?? newId(ctx.now);
    const row = { ...said, revision: next, note: "", saidSealed: sealSaid("offered_answer", id, { value, note }) };
    const { count } =
      revision === 0
        ? await tx.offeredAnswer.createMany({
            data: [{ id, linkId, assessmentId, questionKey, ...row }],
            skipDuplicates: true,
          })
        : await tx.offeredAnswer.updateMany({ where: { id, revision, state: "draft" }, data: row });
    if (count === 0) throw gone;
    return {
      result: { revision: next },
      events: [{ action: "offered_answer.saved", vendorId, linkId, questionKey, revision: next }],
    };
  });
}
