import type { Metadata } from "next";
import { z } from "zod";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { copyChecklistAction } from "@/app/(console)/vendors/checklists/actions";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { InlineCode } from "@/components/ui/code-block";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { FormDialog } from "@/components/vendors/form-dialog";
import { QuestionBackground } from "@/components/vendors/question-card";
import { QUESTION_TYPE_WORDS, STRENGTH_WORDS, toDayWords } from "@/components/vendors/words";
import { type ChecklistDetail, getChecklist } from "@/lib/vendors/get-checklist";

export const metadata: Metadata = { title: "A checklist" };

const SHAPE = { version: z.coerce.number("must be a version's number").int().min(1, "must be a version's number") };

function Questions({ content: { sections, questions } }: Pick<ChecklistDetail, "content">) {
  return sections.map(({ key, title }) => (
    <Section key={key} title={title}>
      <ul className="space-y-3">
        {questions
          .filter(({ section }) => section === key)
          .map((question) => (
            <li key={question.key} className="space-y-2 rounded-xl border border-line bg-surface p-4 shadow-xs">
              <p className="flex flex-wrap items-start gap-2">
                <span className="min-w-0 flex-1 basis-64 font-medium">{question.text}</span>
                {question.isMust && (
                  <Badge tone="accent">
                    Must, {STRENGTH_WORDS[question.strengthMin].label.toLowerCase()} or better
                  </Badge>
                )}
              </p>
              <p className="text-ink-muted text-sm">
                {QUESTION_TYPE_WORDS[question.type]}
                {question.unit !== null && ` in ${question.unit}`}, weight {question.weight}. Key{" "}
                <InlineCode>{question.key}</InlineCode>
              </p>
              {question.options.length > 0 && (
                <p className="text-sm">{question.options.map(({ label }) => label).join(" · ")}</p>
              )}
              <QuestionBackground question={question} />
            </li>
          ))}
      </ul>
    </Section>
  ));
}

export default async function ChecklistPage({
  params,
  searchParams,
}: {
  params: Promise<{ templateId: string }>;
  searchParams: SearchParams;
}) {
  const ctx = await requireContext("vendor:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { templateId } = await params;
  const checklist = await foundOr404(getChecklist(ctx, { templateId, number: query.version }));
  const { id, name, number, newest, isShipped, content, versions, stale } = checklist;
  const why = whyNot(ctx, "checklist:write");
  return (
    <>
      <PageHeader
        title={name}
        meta={
          <>
            <Badge>Version {number}</Badge>
            {isShipped && <Badge>Comes with Gatehouse</Badge>}
          </>
        }
        description={`${content.questions.length} questions in ${content.sections.length} sections. ${checklist.note}`}
        breadcrumbs={[
          { label: "Vendors", href: paths.vendors() },
          { label: "Checklists", href: paths.checklists() },
          { label: name },
        ]}
        actions={
          <>
            <a
              className="text-accent-ink text-sm underline underline-offset-2"
              download
              href={paths.exportChecklist(id, "yaml", number)}
            >
              YAML
            </a>
            <a
              className="text-accent-ink text-sm underline underline-offset-2"
              download
              href={paths.exportChecklist(id, "csv", number)}
            >
              CSV
            </a>
            <FormDialog
              title={`Copy ${name}`}
              action={copyChecklistAction}
              fields={{ templateId: id }}
              submitLabel="Make the copy"
              trigger={<Button disabledReason={why}>Copy</Button>}
            >
              <TextField name="name" label="Name of the copy" required maxLength={120} />
            </FormDialog>
            <LinkOrReason
              variant="primary"
              href={paths.changeChecklist(id)}
              disabledReason={
                why ??
                (isShipped
                  ? "It comes with Gatehouse and changes with its releases: copy it, and change the copy."
                  : null)
              }
            >
              Change
            </LinkOrReason>
          </>
        }
      />
      <WrongParameters wrong={wrong} />
      <div className="space-y-8">
        {number < newest && <Callout tone="warn" title={`Version ${newest} took its place.`} />}
        {stale.length > 0 && (
          <Section title="Assessments made stale" description="Worked on or in force, and made with an older version.">
            <ul className="divide-y divide-line rounded-xl border border-line bg-surface shadow-xs">
              {stale.map((one) => (
                <li key={one.assessmentId} className="flex flex-wrap gap-x-3 gap-y-1 px-4 py-2">
                  <TextLink href={paths.assessment(one.assessmentId)}>
                    {one.vendor}, assessment {one.number}
                  </TextLink>
                  <span className="text-ink-muted text-sm">
                    Version {one.versionNumber}: {one.diff.added.length} new, {one.diff.changed.length} changed,{" "}
                    {one.diff.removed.length} gone
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Questions content={content} />
        <Section title="Versions">
          <ul className="space-y-1">
            {versions.map((one) => (
              <li key={one.number}>
                <TextLink href={paths.checklist(id, { version: String(one.number) })}>Version {one.number}</TextLink>{" "}
                <span className="text-ink-muted text-sm">
                  {toDayWords(one.createdAt)} {one.note}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
