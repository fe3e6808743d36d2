import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { AuditTabs } from "@/app/(console)/audit/audit-tabs";
import { readPeriod } from "@/app/(console)/audit/agent-saw/read-period";
import { toUseRow, toUseSumRow } from "@/app/(console)/audit/use-rows";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { AgentSawForm } from "@/components/audit/agent-saw-form";
import { PrintButton } from "@/components/audit/print-button";
import { UseSums } from "@/components/audit/use-sums";
import { UsesList } from "@/components/audit/uses-list";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { StatTile } from "@/components/ui/stat-tile";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";
import { type AgentTrace, traceAgent } from "@/lib/insights/trace-agent";
import type { AgentId } from "@/lib/kernel/ids";

export const metadata: Metadata = { title: "What an agent saw" };

const SHAPE = {
  agent: z.uuid("must be an agent's id"),
  time: z.string().max(100, "must be a time range"),
  from: z.string().max(40, "must be a time"),
  to: z.string().max(40, "must be a time"),
  after: z.uuid("must be the place that the page's link leads to"),
};
const CUSTOMERS_SHOWN = 100;

function Customers({ trace }: { trace: AgentTrace }) {
  if (trace.customers.length === 0) return <p className="text-ink-muted">None.</p>;
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {trace.customers.slice(0, CUSTOMERS_SHOWN).map(({ subject, reads, lastAt }) => (
        <li key={subject} className="flex min-w-0 flex-wrap items-baseline gap-x-3 border-line border-b py-1.5 text-sm">
          <Link
            href={paths.whoSaw({ subject })}
            prefetch={false}
            className="min-w-0 break-all rounded-sm font-mono text-accent-ink text-xs underline underline-offset-2"
          >
            {subject}
          </Link>
          <span className="ms-auto text-ink-muted tabular-nums">
            {reads === 1 ? "once" : `${reads} times`}, <RelativeTime at={lastAt} form="short" />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Answer({ trace, csvHref, nextHref }: { trace: AgentTrace; csvHref: string; nextHref: string | null }) {
  const more = trace.isComplete ? "" : "more than ";
  const shown = Math.min(CUSTOMERS_SHOWN, trace.customers.length);
  return (
    <div className="space-y-8">
      <div className="grid gap-3 sm:grid-cols-3">
        <StatTile label="Customers" value={`${more}${trace.customerCount.toLocaleString("en-GB")}`} />
        <StatTile label="Rows" value={`${more}${trace.rows.toLocaleString("en-GB")}`} />
        <StatTile label="Reads" value={`${more}${trace.reads.toLocaleString("en-GB")}`} />
      </div>
      <Section
        title="Fields, datasets, purposes"
        actions={
          <>
            <PrintButton />
            <a href={csvHref} download className={buttonStyles()}>
              CSV
            </a>
          </>
        }
      >
        <UseSums
          rows={trace.sum === null ? [] : [toUseSumRow(trace.sum)]}
          emptyText="It was given nothing in this time."
        />
      </Section>
      <Section
        title="Customers whose rows it was given"
        description={
          shown < trace.customerCount
            ? `The ${shown} most seen of ${trace.customerCount.toLocaleString("en-GB")}; the CSV holds every read.`
            : "As pseudonyms. Each leads to everybody who saw that customer."
        }
      >
        <Customers trace={trace} />
      </Section>
      <Section title="Every read, newest first">
        <UsesList rows={trace.uses.map(toUseRow)} />
        {nextHref !== null && <ButtonLink href={nextHref}>Older reads</ButtonLink>}
      </Section>
    </div>
  );
}

export default async function AgentSawPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("subject:trace");
  const [{ query, wrong }, agents] = await Promise.all([readSearch(searchParams, SHAPE), listAgentChoices(ctx)]);
  const { period, time, wrong: wrongTime } = readPeriod(query, ctx.now);
  const { agent: agentId, after } = query;
  const trace =
    agentId === undefined ? null : await traceAgent(ctx, { agentId, ...period, ...(after !== undefined && { after }) });
  const params = agentId === undefined ? {} : { agent: agentId as AgentId, time };
  return (
    <>
      <PageHeader
        title="What did this agent see?"
        description="For an incident: the customers, fields and rows that one agent was given between two times."
        breadcrumbs={[{ label: "Audit", href: paths.audit() }, { label: "What an agent saw" }]}
      />
      <AuditTabs />
      <WrongParameters wrong={[...wrong, ...wrongTime]} />
      <div className="space-y-8">
        <AgentSawForm
          agents={agents.map(({ id, name }) => ({ value: id, label: name }))}
          agentId={agentId}
          time={time}
        />
        {trace !== null && (
          <Answer
            trace={trace}
            csvHref={paths.agentSaw(params).replace("?", "/csv?")}
            nextHref={trace.next === null ? null : paths.agentSaw({ ...params, after: trace.next })}
          />
        )}
      </div>
    </>
  );
}
