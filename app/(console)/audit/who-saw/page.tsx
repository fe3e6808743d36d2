import type { Metadata } from "next";
import { z } from "zod";
import { traceSubjectAction } from "@/app/(console)/audit/actions";
import { AuditTabs } from "@/app/(console)/audit/audit-tabs";
import { toUseSumRow, toUseRow } from "@/app/(console)/audit/use-rows";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { PrintButton } from "@/components/audit/print-button";
import { UseSums } from "@/components/audit/use-sums";
import { UsesList } from "@/components/audit/uses-list";
import { WhoSawForm } from "@/components/audit/who-saw-form";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonStyles } from "@/components/ui/button-styles";
import { InlineCode } from "@/components/ui/code-block";
import { PageHeader } from "@/components/ui/page-header";
import { ExactTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { listDatasets } from "@/lib/catalog/list-datasets";
import type { RequestContext } from "@/lib/identity/request-context";
import { traceSubject } from "@/lib/insights/trace-subject";

export const metadata: Metadata = { title: "Who saw a customer" };

const SHAPE = {
  subject: z.string().regex(/^sub_[0-9a-f]{32}$/, "must be a customer's pseudonym"),
  after: z.uuid("must be the place that the page's link leads to"),
};

function toCountWords(count: number): string {
  if (count === 0) return "Nobody";
  return count === 1 ? "One agent or person" : `${count.toLocaleString("en-GB")} agents and people`;
}

async function Answer({ ctx, subject, after }: { ctx: RequestContext; subject: string; after: string | undefined }) {
  const { sums, uses, next } = await traceSubject(ctx, { subject, ...(after !== undefined && { after }) });
  return (
    <div className="space-y-8">
      <Section
        title={`${toCountWords(sums.length)} saw this customer`}
        description={
          <>
            Known in the log as <InlineCode>{subject}</InlineCode>. From the log alone, as of <ExactTime at={ctx.now} />
            .
          </>
        }
        actions={
          <>
            <PrintButton />
            <a href={`${paths.whoSaw()}/csv?${new URLSearchParams({ subject })}`} download className={buttonStyles()}>
              CSV
            </a>
          </>
        }
      >
        <UseSums rows={sums.map(toUseSumRow)} emptyText="The log holds no use of this customer's data." />
      </Section>
      {uses.length > 0 && (
        <Section title="Every use, newest first">
          <UsesList rows={uses.map(toUseRow)} />
          {next !== null && <ButtonLink href={paths.whoSaw({ subject, after: next })}>Older uses</ButtonLink>}
        </Section>
      )}
    </div>
  );
}

export default async function WhoSawPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("subject:trace");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { rows } = await listDatasets(ctx, { limit: 500 });
  const datasets = rows
    .filter(({ subjectKey }) => subjectKey !== null)
    .map(({ id, name, subjectKey }) => ({ value: id as string, label: `${name}, by ${subjectKey}` }));
  return (
    <>
      <PageHeader
        title="Who saw this customer?"
        description="Every agent and person that was given something about one customer, across all datasets."
        breadcrumbs={[{ label: "Audit", href: paths.audit() }, { label: "Who saw a customer" }]}
      />
      <AuditTabs />
      <WrongParameters wrong={wrong} />
      <div className="space-y-8">
        <WhoSawForm action={traceSubjectAction} datasets={datasets} />
        {query.subject !== undefined && <Answer ctx={ctx} subject={query.subject} after={query.after} />}
      </div>
    </>
  );
}
