"use client";

import { ScrollText } from "lucide-react";
import type { ReactNode } from "react";
import { type ActorKind, ActorMark } from "@/components/audit/actor-mark";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { columnsFor } from "@/components/table/table-features";
import type { TablePage } from "@/components/table/table-pager";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { DecisionMark } from "@/components/ui/decision-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactTime, RelativeTime } from "@/components/ui/relative-time";
import { REASONS } from "@/lib/kernel/reasons";
import { CATEGORIES } from "@/lib/kernel/vocabulary";

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
  requestId: string;
};

/** A code in a cell; nothing where there is none, so that a card leaves its label out too. */
function toCode(text: string | null) {
  return text === null ? null : <code className="font-mono text-ink-muted text-xs">{text}</code>;
}

const column = columnsFor<EventsTableRow>();
const columns = column.columns([
  column.accessor("title", { header: "Event", meta: { isPrimary: true } }),
  column.accessor("at", {
    header: "Time",
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="text-ink-muted text-sm" />,
  }),
  column.accessor((row) => row.at, {
    id: "exact",
    header: "Exact time",
    meta: { isHiddenFirst: true },
    cell: ({ row }) => <ExactTime at={row.original.at} className="whitespace-nowrap text-sm tabular-nums" />,
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
    cell: ({ getValue }) => toCode(getValue()),
  }),
  column.accessor("purpose", {
    header: "Purpose",
    meta: { isHiddenFirst: true },
    cell: ({ getValue }) => toCode(getValue()),
  }),
  column.accessor("requestId", {
    header: "Request",
    meta: { isHiddenFirst: true },
    cell: ({ getValue }) => toCode(getValue()),
  }),
]);

export type EventChoice = { value: string; label: string };
export type EventChoices = {
  actions: readonly EventChoice[];
  agents: readonly EventChoice[];
  people: readonly EventChoice[];
  datasets: readonly EventChoice[];
};

const DECISIONS = [
  { value: "allow", label: "Allowed" },
  { value: "deny", label: "Denied" },
  { value: "hold", label: "Held" },
];
const ACTORS = [
  { value: "person", label: "A person" },
  { value: "agent", label: "An agent" },
  { value: "system", label: "Gatehouse" },
  { value: "tenant", label: "Tenant" },
  { value: "anonymous", label: "Somebody not signed in" },
];
const REASON_CHOICES = Object.keys(REASONS).map((value) => ({ value, label: value }));
const CATEGORY_CHOICES = CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }));

function toFilters(choices: EventChoices): FilterSpec[] {
  return [
    { kind: "time", key: "time", label: "Time" },
    { kind: "choice", key: "decision", label: "Decision", options: DECISIONS },
    { kind: "choice", key: "agent", label: "Agent", options: choices.agents },
    { kind: "choice", key: "person", label: "Person", options: choices.people },
    { kind: "choice", key: "action", label: "Event", options: choices.actions },
    { kind: "choice", key: "by", label: "By", options: ACTORS },
    { kind: "choice", key: "reason", label: "Reason", options: REASON_CHOICES },
    { kind: "choice", key: "dataset", label: "Dataset", options: choices.datasets },
    { kind: "choice", key: "category", label: "Category", options: CATEGORY_CHOICES },
    { kind: "text", key: "field", label: "Field", placeholder: "A field's name" },
    { kind: "text", key: "purpose", label: "Purpose", placeholder: "A purpose's name" },
    { kind: "text", key: "subject", label: "Customer", placeholder: "A pseudonym: sub_…" },
    { kind: "text", key: "case", label: "Case", placeholder: "As the agent calls it" },
    { kind: "text", key: "source", label: "Source", placeholder: "A source's id" },
    { kind: "text", key: "vendor", label: "Vendor", placeholder: "A vendor's id" },
    { kind: "text", key: "key", label: "Key", placeholder: "A key's id" },
    { kind: "text", key: "request", label: "Request", placeholder: "A request's id" },
    { kind: "text", key: "id", label: "Any id", placeholder: "An id, or the start of an event's" },
    {
      kind: "choice",
      key: "quiet",
      label: "Readers of the audit",
      isSingle: true,
      options: [{ value: "1", label: "Left out" }],
    },
  ];
}

/** The log, newest first; a row opens its event beside the table. */
export function EventsTable({
  rows,
  page,
  openId,
  choices,
  actions,
}: {
  rows: readonly EventsTableRow[];
  page: TablePage;
  openId: string | null;
  choices: EventChoices;
  /** Stand at the end of the bar above the table. */
  actions: ReactNode;
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
      actions={actions}
      pageSizes={[50]}
      empty={
        <EmptyState icon={<ScrollText />} title="No event yet">
          Every read, every refusal and every change is written here before it takes effect.
        </EmptyState>
      }
    />
  );
}
