import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { AnswerContent, QuestionKey } from "./answer-input";
import { getQuestion } from "./internal/lock-assessment";
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
    const said = { note, links, fileIds: files, updatedAt: ctx.now };
    const next = revision + 1;
    const gone = new DomainError(
      "conflict",
      "This answer was saved or submitted meanwhile: open the page again to see it.",
    );
    if (revision === 0) {
      const row = { id: newId(ctx.now), linkId, assessmentId, questionKey, revision: next, ...said };
      const data = [{ ...row, ...(value === null ? {} : { value }) }];
      const { count } = await tx.offeredAnswer.createMany({ data, skipDuplicates: true });
      if (count === 0) throw gone;
    } else {
      const { count } = await tx.$executeRaw`
        UPDATE offered_answer SET revision = ${next}, value = ${value === null ? null : JSON.stringify(value)}::jsonb, note = ${note},
          links = ${links}::text[], file_ids = ${files}::uuid[], updated_at = ${ctx.now}::timestamptz
        WHERE link_id = ${linkId}::uuid AND question_key = ${questionKey} AND revision = ${revision} AND state = 'draft'`.then(
        (count) => ({ count }),
      );
      if (count === 0) throw gone;
    }
    return {
      result: { revision: next },
      events: [{ action: "offered_answer.saved", vendorId, linkId, questionKey, revision: next }],
    };
  });
}
