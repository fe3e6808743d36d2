import { Download } from "lucide-react";
import type { Metadata } from "next";
import { AgentFrame } from "@/app/(console)/agents/[agentId]/agent-frame";
import { tryAccessAction } from "@/app/(console)/agents/[agentId]/sees/actions";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { toReasonSentence } from "@/app/(console)/to-reason-sentence";
import { requireContext } from "@/app/session";
import { AccessList } from "@/components/scopes/access-list";
import { TryAccess } from "@/components/scopes/try-access";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { getAgent } from "@/lib/agents/get-agent";
import { listDatasets } from "@/lib/catalog/list-datasets";
import { type AccessRow, listAccess } from "@/lib/gateway/list-access";
import { listPurposes } from "@/lib/scopes/list-purposes";

export const metadata: Metadata = { title: "What an agent sees" };

/** Rows of one dataset for one purpose, in the order in which they came. */
function group(rows: readonly AccessRow[]): { key: string; caption: string; rows: AccessRow[] }[] {
  const groups = new Map<string, { key: string; caption: string; rows: AccessRow[] }>();
  for (const row of rows) {
    const key = `${row.dataset.id} ${row.purpose}`;
    const one = groups.get(key) ?? { key, caption: `${row.dataset.name} for ${row.purpose}`, rows: [] };
    one.rows.push(row);
    groups.set(key, one);
  }
  return [...groups.values()];
}

export default async function AgentSeesPage({ params }: { params: Promise<{ agentId: string }> }) {
  const ctx = await requireContext("access:try");
  const agent = await foundOr404(getAgent(ctx, (await params).agentId));
  const [rows, datasets, purposes] = await Promise.all([
    listAccess(ctx, { agentId: agent.id }),
    listDatasets(ctx, { limit: 500 }),
    listPurposes(ctx),
  ]);
  const obstacle = rows[0]?.obstacle ?? null;
  return (
    <AgentFrame ctx={ctx} agent={agent}>
      <div className="space-y-10">
        <Section
          title="Try it"
          description="What the gate would decide now, and why. Nothing is read; that somebody tried is in the audit log."
        >
          <TryAccess
            agentId={agent.id}
            datasets={datasets.rows.map(({ id, name }) => ({ value: id, label: name }))}
            purposes={purposes.map(({ code }) => ({ value: code, label: code }))}
            action={tryAccessAction}
          />
        </Section>
        <Section
          title="What it sees"
          description="Its scopes joined, with what its vendor is approved for: as its next request would meet it."
          actions={
            <a href={paths.agentSeesCsv(agent.id)} download className={buttonStyles()}>
              <Download aria-hidden />
              CSV
            </a>
          }
        >
          {obstacle !== null && (
            <Callout tone="warn" title={`At the moment it gets nothing: ${toReasonSentence(obstacle)}`} />
          )}
          {rows.length === 0 && <p className="text-ink-muted">Nothing: no live scope grants it anything.</p>}
          <div className="space-y-4">
            {group(rows).map(({ key, ...list }) => (
              <AccessList key={key} {...list} toSentence={toReasonSentence} />
            ))}
          </div>
        </Section>
      </div>
    </AgentFrame>
  );
}
