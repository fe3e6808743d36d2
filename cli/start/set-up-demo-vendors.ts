import { reader } from "@/lib/db/reader";
import { findSession } from "@/lib/identity/find-session";
import { newContext, newSystemContext } from "@/lib/identity/new-context";
import type { PersonActor, RequestContext } from "@/lib/identity/request-context";
import type { AssessmentId, VendorId } from "@/lib/kernel/ids";
import { signIn } from "@/lib/people/sign-in";
import { signOut } from "@/lib/people/sign-out";
import { addSubprocessor } from "@/lib/vendors/add-subprocessor";
import { attachEvidence } from "@/lib/vendors/attach-evidence";
import { decideAssessment } from "@/lib/vendors/decide-assessment";
import { getAssessment } from "@/lib/vendors/get-assessment";
import { installChecklist } from "@/lib/vendors/install-checklist";
import { recordCertification } from "@/lib/vendors/record-certification";
import { registerVendor } from "@/lib/vendors/register-vendor";
import { saveAnswer } from "@/lib/vendors/save-answer";
import { startAssessment } from "@/lib/vendors/start-assessment";
import { submitAssessment } from "@/lib/vendors/submit-assessment";
import { DEMO_VENDORS, type DemoVendor, USUAL_ANSWERS } from "./demo-vendors";

type SignIn = { email: string; password: string };
/** A request of one person's, each with a moment and an id of its own. */
type Requests = () => RequestContext;

const DAY_MS = 86_400_000;
const MONTHS_VALID = 12;

async function signInPerson(person: SignIn): Promise<PersonActor> {
  const { token } = await signIn(newContext({ kind: "anonymous" }), person);
  const session = await findSession(token, new Date());
  if (session === null) throw new Error("a person of the demo company cannot sign in");
  return session.actor;
}

const toDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The report that a demo vendor's certificate comes with, as a small text. */
function writeReport({ vendor, certification }: DemoVendor): Uint8Array<ArrayBuffer> {
  const title = certification?.name ?? "Internal audit";
  const scope = certification?.scope ?? vendor.services?.join(", ");
  return new TextEncoder().encode(
    `${title}: ${vendor.name}\n\nScope: ${scope}\nNo qualified opinion, no open finding.\n`,
  );
}

async function answerAll(
  steward: Requests,
  assessmentId: AssessmentId,
  vendorId: VendorId,
  demo: DemoVendor,
): Promise<void> {
  const fileId = await attachEvidence(steward(), { vendorId, name: "report-summary.txt", bytes: writeReport(demo) });
  const recently = toDay(Date.now() - 120 * DAY_MS);
  const dated = {
    certificates: [[fileId], demo.certification === null ? "documented" : "certified"],
    penetration_test: [recently, "documented"],
    incident_plan_tested: [recently, "claimed"],
  } as const;
  const { questions } = await getAssessment(steward(), assessmentId);
  const revisions = new Map(questions.map(({ question, answer }) => [question.key, answer?.revision ?? 0]));
  const answers = { ...USUAL_ANSWERS, ...dated, ...demo.answers };
  for (const [questionKey, answer] of Object.entries(answers)) {
    if (answer === null) continue;
    const [value, strength, note = ""] = answer;
    const isShown = strength !== "claimed";
    await saveAnswer(steward(), {
      assessmentId,
      questionKey,
      revision: revisions.get(questionKey) ?? 0,
      strength,
      note,
      value: Array.isArray(value) ? [...(value as readonly string[])] : (value as string | number),
      links: isShown ? [demo.trustPage] : [],
    });
  }
}

/** Registers a vendor, has one person fill in its checklist and another approve it. One that is there already is left as it is. */
async function addDemoVendor(
  demo: DemoVendor,
  {
    steward,
    approver,
    ownerId,
    templateId,
  }: { steward: Requests; approver: Requests; ownerId: string; templateId: string },
): Promise<VendorId> {
  const { vendor, certification, conditions, note } = demo;
  const known = await reader().vendor.findUnique({
    where: { name: vendor.name },
    select: { id: true, assessments: { where: { state: "decided" }, select: { id: true } } },
  });
  if (known !== null && known.assessments.length > 0) return known.id as VendorId;
  const contract = vendor.isOurselves
    ? {}
    : { contractFrom: toDay(Date.now() - 200 * DAY_MS), contractUntil: toDay(Date.now() + 500 * DAY_MS) };
  const vendorId =
    (known?.id as VendorId | undefined) ?? (await registerVendor(steward(), { ...vendor, ...contract, ownerId }));
  if (known === null && certification !== null) {
    const days = { validFrom: toDay(Date.now() - 100 * DAY_MS), validUntil: toDay(Date.now() + 265 * DAY_MS) };
    await recordCertification(steward(), { vendorId, ...certification, ...days, onLapse: "narrow" });
  }
  // A start that was interrupted may have left one half done.
  const open = await reader().assessment.findFirst({
    where: { vendorId, state: { in: ["draft", "submitted"] } },
    select: { id: true, state: true },
  });
  const assessmentId =
    (open?.id as AssessmentId | undefined) ?? (await startAssessment(steward(), { vendorId, templateId }));
  if (open?.state !== "submitted") {
    await answerAll(steward, assessmentId, vendorId, demo);
    await submitAssessment(steward(), { assessmentId });
  }
  const { answersDigest } = await getAssessment(approver(), assessmentId);
  const validUntil = new Date();
  validUntil.setUTCMonth(validUntil.getUTCMonth() + MONTHS_VALID);
  const decision = { assessmentId, answersDigest, note, validUntil, graceDays: 0 };
  await decideAssessment(
    approver(),
    conditions === null
      ? { outcome: "approved", ...decision }
      : { outcome: "approved_with_conditions", ...decision, conditions },
  );
  return vendorId;
}

/** The demo company's vendors by name, each assessed by its steward and approved by its admin, through the verbs that people use. */
export async function setUpDemoVendors(
  stewardSignIn: SignIn,
  approverSignIn: SignIn,
): Promise<ReadonlyMap<string, string>> {
  const { templateId } = await installChecklist(newSystemContext("start"));
  const [stewardActor, approverActor] = [await signInPerson(stewardSignIn), await signInPerson(approverSignIn)];
  const steward: Requests = () => newContext(stewardActor);
  const approver: Requests = () => newContext(approverActor);
  const vendors = new Map<string, VendorId>();
  for (const demo of DEMO_VENDORS) {
    const who = { steward, approver, ownerId: stewardActor.personId, templateId };
    const vendorId = await addDemoVendor(demo, who);
    vendors.set(demo.vendor.name, vendorId);
    for (const { name, service } of demo.subprocessors) {
      const subprocessorId = vendors.get(name) ?? "";
      const where = { vendorId_subprocessorId: { vendorId, subprocessorId } };
      if ((await reader().vendorSubprocessor.findUnique({ where, select: { vendorId: true } })) === null)
        await addSubprocessor(steward(), { vendorId, subprocessorId, service, reach: "all_data" });
    }
  }
  await signOut(steward());
  await signOut(approver());
  return vendors;
}
