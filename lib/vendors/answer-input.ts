import { z } from "zod";
import { STRENGTHS } from "@/lib/kernel/vendor-vocabulary";
import { AssessmentIdInput, MaybeDay, WebAddress } from "./vendor-input";

export const QuestionKey = z.string().min(1, "names no question").max(60);

/** What an answer says, whoever gives it; whether the value fits its question is checked against the question. */
export const AnswerContent = {
  value: z.union([z.string().max(10_000), z.number(), z.array(z.string().max(60)).max(50)]).nullable(),
  note: z.string().trim().max(4_000, "must be at most 4000 characters").default(""),
  links: z.array(WebAddress).max(20, "name at most 20").default([]),
  fileIds: z.array(z.uuid("names no file")).max(20, "attach at most 20").default([]),
};

export const SaveAnswerInput = z.object({
  assessmentId: AssessmentIdInput,
  questionKey: QuestionKey,
  /** The revision that was on the screen; 0 where there was no answer yet. */
  revision: z.number().int().min(0),
  ...AnswerContent,
  strength: z.enum(STRENGTHS, "choose how it is shown"),
  validUntil: MaybeDay,
});
export type SaveAnswerInput = z.input<typeof SaveAnswerInput>;
export type ParsedAnswer = z.output<typeof SaveAnswerInput>;
