import { z } from "zod";
import { SENSITIVITIES } from "@/lib/kernel/vendor-vocabulary";
import { CATEGORIES } from "@/lib/kernel/vocabulary";
import { AssessmentIdInput, Region, text } from "./vendor-input";

const some = <Item extends z.ZodType>(item: Item) =>
  z.array(item).min(1, "name at least one, or leave it open").max(100).nullable().default(null);

/** Limits of an approval; each that is left out or null limits nothing. */
export const ConditionsInput = z
  .object({
    highestSensitivity: z.enum(SENSITIVITIES, "choose a sensitivity").nullable().default(null),
    categories: some(z.enum(CATEGORIES, "is no category")),
    purposes: some(z.string().max(60)),
    regions: some(Region),
  })
  .refine((one) => Object.values(one).some((limit) => limit !== null), {
    error: "name at least one condition, or approve without",
  });

const common = {
  assessmentId: AssessmentIdInput,
  answersDigest: z.string().length(64, "is missing: open the page again"),
};
const Approval = {
  ...common,
  note: z.string().trim().max(2_000, "must be at most 2000 characters").default(""),
  validUntil: z.coerce.date("must be a date"),
  graceDays: z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(0)
    .max(90, "must be at most 90 days")
    .default(0),
};

export const DecideAssessmentInput = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("approved"), ...Approval }),
  z.object({ outcome: z.literal("approved_with_conditions"), ...Approval, conditions: ConditionsInput }),
  z.object({ outcome: z.literal("rejected"), ...common, note: text(2_000) }),
]);
export type DecideAssessmentInput = z.input<typeof DecideAssessmentInput>;
