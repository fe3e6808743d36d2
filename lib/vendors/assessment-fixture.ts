import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistContent, Question } from "@/lib/kernel/checklist";
import type { AssessmentId, ChecklistTemplateId, VendorId } from "@/lib/kernel/ids";
import { signInAs } from "@/lib/people/test-person";
import { newId } from "@/lib/runtime/new-id";
import type { DecideAssessmentInput } from "./decision-input";
import { decideAssessment } from "./decide-assessment";
import { getAssessment } from "./get-assessment";
import { makeChecklist } from "./make-checklist";
import { registerVendor } from "./register-vendor";
import { saveAnswer } from "./save-answer";
import { startAssessment } from "./start-assessment";
import { submitAssessment } from "./submit-assessment";
import type { VendorInput } from "./vendor-input";

const YEAR_MS = 365 * 86_400_000;

export function testQuestion(change: Partial<Question> & { key: string }): Question {
  return {
    section: "main",
    type: "yes_no",
    text: "Is it so?",
    good: "Yes.",
    why: "For a test.",
    weight: 2,
    rule: { kind: "is", value: "yes" },
    isMust: false,
    strengthMin: "claimed",
    options: [],
    unit: null,
    clauses: [],
    ...change,
  };
}

/** A must that has to be documented, and a question of each other type. */
export const TEST_CONTENT: ChecklistContent = {
  sections: [
    { key: "main", title: "The main thing" },
    { key: "rest", title: "The rest" },
  ],
  questions: [
    testQuestion({
      key: "agreement",
      isMust: true,
      strengthMin: "documented",
      weight: 5,
      clauses: [{ framework: "gdpr", ref: "Art. 28(3)" }],
    }),
    testQuestion({
      key: "training",
      type: "choice",
      rule: { kind: "one_of", good: ["never"], fair: ["opt_out"] },
      options: ["never", "opt_out", "always"].map((value) => ({ value, label: value })),
    }),
    testQuestion({
      key: "retention",
      section: "rest",
      type: "number",
      unit: "days",
      rule: { kind: "at_most", good: 0, fair: 30 },
    }),
    testQuestion({ key: "places", section: "rest", type: "text", rule: { kind: "given" } }),
    testQuestion({ key: "report", section: "rest", type: "file", rule: { kind: "given" } }),
  ],
};

export type Pair = {
  /** Fills in. */
  steward: RequestContext;
  stewardId: string;
  /** Decides. */
  approver: RequestContext;
  templateId: ChecklistTemplateId;
};

/** A steward and an admin who are signed in, and a checklist. */
export async function makePair(content: ChecklistContent = TEST_CONTENT): Promise<Pair> {
  const [steward, approver] = [await signInAs(["steward"]), await signInAs(["admin"])];
  const templateId = await makeChecklist(steward.ctx, {
    name: `Checklist ${newId(new Date())}`,
    content: {
      sections: [...content.sections],
      questions: content.questions.map((one) => ({
        ...one,
        options: [...one.options],
        clauses: [...one.clauses],
      })) as never,
    },
  });
  return { steward: steward.ctx, stewardId: steward.personId, approver: approver.ctx, templateId };
}

export function addVendor({ steward, stewardId }: Pair, change: Partial<VendorInput> = {}): Promise<VendorId> {
  return registerVendor(steward, { name: `Vendor ${newId(new Date())}`, ownerId: stewardId, ...change });
}

/** Answers the must well and submits. */
export async function fillIn({ steward, templateId }: Pair, vendorId: VendorId): Promise<AssessmentId> {
  const assessmentId = await startAssessment(steward, { vendorId, templateId, isFromLast: false });
  const shown = { strength: "contract", links: ["https://vendor.example/dpa"] } as const;
  await saveAnswer(steward, {
    assessmentId,
    questionKey: "agreement",
    revision: 0,
    value: "yes",
    ...shown,
    links: [...shown.links],
  });
  await submitAssessment(steward, { assessmentId });
  return assessmentId;
}

type Approval = Partial<
  Omit<Extract<DecideAssessmentInput, { outcome: "approved_with_conditions" }>, "outcome" | "assessmentId">
>;

/** Has the other person approve what is there, with conditions where some are given. */
export async function approve(
  { approver }: Pair,
  assessmentId: AssessmentId,
  { conditions, validUntil = new Date(Date.now() + YEAR_MS), ...change }: Approval = {},
): Promise<void> {
  const { answersDigest } = await getAssessment(approver, assessmentId);
  const common = { assessmentId, answersDigest, validUntil, ...change };
  await decideAssessment(
    approver,
    conditions === undefined
      ? { outcome: "approved", ...common }
      : { outcome: "approved_with_conditions", ...common, conditions },
  );
}
