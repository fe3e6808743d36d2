import { toActorWord } from "@/app/(console)/audit/event-rows";
import { paths } from "@/app/(console)/paths";
import type { UseSumRow } from "@/components/audit/use-sums";
import type { UseRow } from "@/components/audit/uses-list";
import type { Use } from "@/lib/audit/list-uses";
import type { SubjectTrace } from "@/lib/insights/trace-subject";
import type { AgentId, DatasetId } from "@/lib/kernel/ids";

function whoOf(use: Use): string {
  return use.agentName ?? toActorWord(use.actorKind, use.actorName);
}

export function toUseRow(use: Use): UseRow {
  return {
    id: use.id,
    href: paths.event(use.id),
    decisionHref: use.decisionId === null ? null : paths.event(use.decisionId),
    at: use.at,
    title: use.title,
    who: whoOf(use),
    isAgent: use.agentId !== null,
    datasetName: use.datasetName,
    purpose: use.purpose,
    outcome: use.outcome,
    rowCount: use.rowCount,
    customers: use.subjects.length,
    fields: Object.entries(use.fields),
  };
}

export function toUseSumRow(sum: SubjectTrace["sums"][number]): UseSumRow {
  return {
    key: `${sum.kind} ${sum.id}`,
    isAgent: sum.kind === "agent",
    name: sum.name ?? toActorWord(sum.kind, null),
    href: sum.kind === "agent" && sum.id !== null ? paths.agent(sum.id as AgentId) : null,
    reads: sum.reads,
    rows: sum.rows,
    firstAt: sum.firstAt,
    lastAt: sum.lastAt,
    purposes: sum.purposes,
    datasets: sum.datasets.map(({ id, name }) => ({
      name: name ?? "no longer known",
      href: id === null ? null : paths.dataset(id as DatasetId),
    })),
    fields: Object.entries(sum.fields),
  };
}
