import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { startAssessmentAction } from "@/app/(console)/vendors/actions";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { CheckboxField, SelectField } from "@/components/form/choice-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { FormDialog } from "@/components/vendors/form-dialog";
import { ASSESSMENT_STATE_WORDS, OUTCOME_WORDS } from "@/components/vendors/words";
import type { RequestContext } from "@/lib/identity/request-context";
import { getAssessment } from "@/lib/vendors/get-assessment";
import { getVendor, type VendorDetail } from "@/lib/vendors/get-vendor";
import { type ChecklistRow, listChecklists } from "@/lib/vendors/list-checklists";
import { MustsCard } from "@/app/(console)/vendors/assessments/[assessmentId]/musts-card";
import { VendorFrame } from "@/app/(console)/vendors/[vendorId]/vendor-frame";

export const metadata: Metadata = { title: "Assessments of a vendor" };

function whyNotStart(ctx: RequestContext, vendor: VendorDetail, checklists: readonly ChecklistRow[]): string | null {
  const why = whyNot(ctx, "vendor:write");
  if (why !== null) return why;
  if (checklists.length === 0) return "There is no checklist: import one first.";
  const open = vendor.assessments.find(({ state }) => state === "draft" || state === "submitted");
  return open === undefined ? null : `Assessment ${open.number} is being worked on: finish or withdraw it first.`;
}

function History({ assessments }: { assessments: VendorDetail["assessments"] }) {
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface shadow-xs">
      {assessments.map((one, index) => {
        const before = assessments[index + 1];
        return (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
            <TextLink href={paths.assessment(one.id)}>Assessment {one.number}</TextLink>
            <Badge tone={one.state === "decided" ? "good" : one.state === "submitted" ? "accent" : "neutral"}>
              {ASSESSMENT_STATE_WORDS[one.state]}
            </Badge>
            {one.outcome !== null && (
              <Badge tone={one.outcome === "rejected" ? "danger" : "good"}>{OUTCOME_WORDS[one.outcome]}</Badge>
            )}
            {one.isStale && <Badge tone="warn">Made with an older checklist</Badge>}
            <span className="ms-auto flex flex-wrap gap-2">
              {before !== undefined && (
                <ButtonLink
                  size="sm"
                  variant="ghost"
                  href={paths.compareAssessments({ left: before.id, right: one.id })}
                >
                  Compare with {before.number}
                </ButtonLink>
              )}
              <ButtonLink
                size="sm"
                variant="ghost"
                href={paths.assessmentReport(one.id)}
                aria-label={`Report of assessment ${one.number}`}
              >
                Report
              </ButtonLink>
            </span>
            <span className="w-full text-ink-muted text-sm">
              {one.template}, version {one.versionNumber}. Started <ExactTime at={one.startedAt} />
              {one.decidedAt !== null && (
                <>
                  , decided <ExactTime at={one.decidedAt} />
                </>
              )}
              {one.validUntil !== null && (
                <>
                  , valid until <ExactTime at={one.validUntil} />
                </>
              )}
              .{one.scoreTotal !== null && ` Score ${one.scoreTotal.toFixed(1)}, ${one.openMusts ?? 0} open musts.`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export default async function VendorAssessmentsPage({ params }: { params: Promise<{ vendorId: string }> }) {
  const ctx = await requireContext("vendor:read");
  const vendor = await foundOr404(getVendor(ctx, (await params).vendorId));
  const inForce = vendor.assessments.find(({ state }) => state === "decided");
  const [checklists, current] = await Promise.all([
    listChecklists(ctx),
    inForce === undefined ? null : getAssessment(ctx, inForce.id),
  ]);
  return (
    <VendorFrame ctx={ctx} vendor={vendor}>
      <div className="space-y-8">
        <Section
          title="Assessments"
          description="What is in force stays in force until the next is decided. Completed ones are never changed."
          actions={
            <FormDialog
              title="Start the next assessment"
              action={startAssessmentAction}
              fields={{ vendorId: vendor.id }}
              submitLabel="Start it"
              trigger={
                <Button variant="primary" disabledReason={whyNotStart(ctx, vendor, checklists)}>
                  Start an assessment
                </Button>
              }
            >
              <SelectField
                name="templateId"
                label="Checklist"
                help="Its newest version is used."
                required
                options={checklists.map(({ id, name, number }) => ({ value: id, label: `${name}, version ${number}` }))}
              />
              <CheckboxField
                name="isFromLast"
                label="Begin with the answers of the last completed one"
                help="What differs from it is shown."
                defaultChecked
              />
            </FormDialog>
          }
        >
          {vendor.assessments.length === 0 ? (
            <EmptyState title="Not assessed yet">
              Its agents are refused until an assessment is approved. Start one, answer what you know, ask the vendor
              for the rest.
            </EmptyState>
          ) : (
            <History assessments={vendor.assessments} />
          )}
        </Section>
        {current !== null && <MustsCard ctx={ctx} assessment={current} />}
      </div>
    </VendorFrame>
  );
}
