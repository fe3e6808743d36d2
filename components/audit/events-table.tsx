"use client";

import { ScrollText } from "lucide-react";
import { type ActorKind, ActorMark } from "@/components/audit/actor-mark";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { columnsFor } from "@/components/table/table-features";
import type { TablePage } from "@/components/table/table-pager";
import { DecisionMark } from "@/components/ui/decision-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";

export type EventsTableRow = {
  id: string;
  href: string;
  at: Date;
  title: string;
  actorKind: ActorKind;
  actorName: string;
  agentName: string | null;
  datasetName: string | null;
  decision: "allow" | "deny" | "hold" | null;
  reason: string | null;
  purpose: string | null;
};

const column = columnsFor<EventsTableRow>();
const columns = column.columns([
  column.accessor("title", { header: "Event", meta: { isPrimary: true } }),
  column.accessor("at", {
    header: "Time",
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="text-ink-muted text-sm" />,
  }),
  column.accessor("decision", {
    header: "Decision",
    cell: ({ getValue }) => {
      const effect = getValue();
      return effect === null ? null : <DecisionMark effect={effect} />;
    },
  }),
  column.accessor("actorName", {
    header: "By",
    cell: ({ row }) => <ActorMark kind={row.original.actorKind} name={row.original.actorName} className="max-w-48" />,
  }),
  column.accessor("agentName", { header: "Agent", meta: { className: "max-w-48 truncate" } }),
  column.accessor("datasetName", { header: "Dataset", meta: { className: "max-w-48 truncate" } }),
  column.accessor("reason", {
    header: "Reason",
    cell: ({ getValue }) => <code className="font-mono text-ink-muted text-xs">{getValue()}</code>,
  }),
  column.accessor("purpose", {
    header: "Purpose",
    meta: { isHiddenFirst: true },
    cell: ({ getValue }) => <code className="font-mono text-ink-muted text-xs">{getValue()}</code>,
  }),
]);

export type EventChoice = { value: string; label: string };
export type EventChoices = {
  actions: readonly EventChoice[];
  agents: readonly EventChoice[];
  people: readonly EventChoice[];
  datasets: readonly EventChoice[];
};

function toFilters(choices: EventChoices): FilterSpec[] {
  return [
    { kind: "time", key: "time", label: "Time" },
    {
      kind: "choice",
      key: "decision",
      label: "Decision",
      isSingle: true,
      options: [
        { value: "allow", label: "Allowed" },
        { value: "deny", label: "Denied" },
        { value: "hold", label: "Held" },
      ],
    },
    { kind: "choice", key: "agent", label: "Agent", isSingle: true, options: choices.agents },
    { kind: "choice", key: "person", label: "Person", isSingle: true, options: choices.people },
    { kind: "choice", key: "action", label: "Event", isSingle: true, options: choices.actions },
    { kind: "choice", key: "dataset", label: "Dataset", isSingle: true, options: choices.datasets },
    { kind: "text", key: "request", label: "Request", placeholder: "A request's id" },
  ];
}

/** The log, newest first; a row opens its event beside the table. */
export function EventsTable({
  rows,
  page,
  openId,
  choices,
}: {
  rows: readonly EventsTableRow[];
  page: TablePage;
  openId: string | null;
  choices: EventChoices;
}) {
  return (
    <DataTable
      caption="Events"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.title}
      rowHref={(row) => row.href}
      openRowId={openId}
      filters={toFilters(choices)}
      page={page}
      pageSizes={[50]}
      empty={
        <EmptyState icon={<ScrollText />} title="No event yet">
          Every read, every refusal and every change is written here before it takes effect.
        </EmptyState>
      }
    />
  );
}
