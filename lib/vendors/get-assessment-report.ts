import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { FRAMEWORK_WORDS } from "@/lib/kernel/vendor-vocabulary";
import { type AssessmentDetail, getAssessment } from "./get-assessment";
import { getVendor, type VendorDetail } from "./get-vendor";

/** One clause of a framework with the questions that serve it, and how many of them are answered well. */
export type ServedClause = { framework: string; ref: string; questionKeys: string[]; good: number };

export type AssessmentReport = {
  madeAt: Date;
  madeBy: string | null;
  assessment: AssessmentDetail;
  vendor: VendorDetail;
  /** By framework and clause. */
  clauses: ServedClause[];
  /** Entries of the log about this assessment, oldest first: who did what and when. */
  history: { id: string; at: Date; action: string; by: string | null }[];
};

function listClauses({ questions }: AssessmentDetail): ServedClause[] {
  const served = new Map<string, ServedClause>();
  for (const { question, judged } of questions) {
    for (const { framework, ref } of question.clauses) {
      const key = `${framework} ${ref}`;
      const one = served.get(key) ?? { framework: FRAMEWORK_WORDS[framework], ref, questionKeys: [], good: 0 };
      one.questionKeys.push(question.key);
      one.good += judged.standing === "good" ? 1 : 0;
      served.set(key, one);
    }
  }
  const order = new Intl.Collator("en", { numeric: true });
  return [...served.values()].sort((a, b) => order.compare(`${a.framework} ${a.ref}`, `${b.framework} ${b.ref}`));
}

/** Everything that an auditor is shown of one assessment: what was asked, said and shown, who decided, and what it is bound to. */
export async function getAssessmentReport(ctx: RequestContext, assessmentId: string): Promise<AssessmentReport> {
  authorize(ctx, "vendor:read");
  const assessment = await getAssessment(ctx, assessmentId);
  const [vendor, rows] = await Promise.all([
    getVendor(ctx, assessment.vendor.id),
    // The answers are told by themselves; here are the steps.
    reader().auditEvent.findMany({
      where: {
        action: {
          in: [
            "assessment.started",
            "assessment.version_adopted",
            "assessment.submitted",
            "assessment.returned",
            "assessment.withdrawn",
            "assessment.decided",
            "vendor_exception.recorded",
            "vendor_link.made",
          ],
        },
        text: { contains: `"assessmentId":"${assessment.id}"` },
        at: { gte: assessment.startedAt },
      },
      orderBy: { id: "asc" },
      take: 200,
      select: { id: true, at: true, action: true, actorId: true },
    }),
  ]);
  const people = await reader().person.findMany({
    where: { id: { in: rows.flatMap(({ actorId }) => (actorId?.length === 36 ? [actorId] : [])) } },
    select: { id: true, name: true },
  });
  return {
    madeAt: ctx.now,
    madeBy: ctx.actor.kind === "person" ? ctx.actor.name : null,
    assessment,
    vendor,
    clauses: listClauses(assessment),
    history: rows.map(({ id, at, action, actorId }) => ({
      id,
      at,
      action,
      by: people.find((person) => person.id === actorId)?.name ?? null,
    })),
  };
}
