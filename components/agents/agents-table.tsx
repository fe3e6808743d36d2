"use client";

import { Bot } from "lucide-react";
import { AgentName } from "@/components/agents/agent-name";
import { columnsFor } from "@/components/table/table-features";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StateBadge } from "@/components/ui/state-badge";
import type { AgentState } from "@/lib/kernel/vocabulary";

export type AgentsTableRow = {
  id: string;
  href: string;
  name: string;
  description: string;
  vendorName: string | null;
  model: string;
  state: AgentState;
  owner: string;
  sponsor: string;
  isSponsorActive: boolean;
  scopeCount: number;
  createdAt: Date;
};

const column = columnsFor<AgentsTableRow>();
const columns = column.columns([
  column.accessor("name", {
    header: "Agent",
    meta: { isPrimary: true },
    cell: ({ row }) => (
      <AgentName name={row.original.name} detail={row.original.description} className="max-w-72 2xl:max-w-lg" />
    ),
  }),
  column.accessor("state", { header: "State", cell: ({ getValue }) => <StateBadge state={getValue()} /> }),
  column.accessor("sponsor", {
    header: "Sponsor",
    cell: ({ row }) => (
      <span className="inline-flex items-center gap-2">
        {row.original.sponsor}
        {!row.original.isSponsorActive && <Badge tone="danger">Not active</Badge>}
      </span>
    ),
  }),
  column.accessor("owner", { header: "Owner", meta: { isHiddenFirst: true } }),
  column.accessor("vendorName", { header: "Vendor", cell: ({ getValue }) => getValue() ?? "–" }),
  column.accessor("model", { header: "Model", meta: { isHiddenFirst: true } }),
  column.accessor("scopeCount", { header: "Scopes", meta: { align: "end" } }),
  column.accessor("createdAt", { header: "Registered", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
]);

const filters: readonly FilterSpec[] = [
  {
    kind: "choice",
    key: "state",
    label: "State",
    isSingle: true,
    options: [
      { value: "draft", label: "Draft" },
      { value: "active", label: "Active" },
      { value: "suspended", label: "Suspended" },
      { value: "retired", label: "Retired" },
    ],
  },
];

/** The agents of the house, newest first. */
export function AgentsTable({
  rows,
  next,
  newHref,
}: {
  rows: readonly AgentsTableRow[];
  next: string | null;
  /** Null: this person may not register agents. */
  newHref: string | null;
}) {
  return (
    <DataTable
      caption="Agents"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      filters={filters}
      searchLabel="Search agents"
      page={{ next, previous: null }}
      pageSizes={[50]}
      empty={
        <EmptyState
          icon={<Bot />}
          title="No agent yet"
          actions={
            newHref !== null && (
              <ButtonLink variant="primary" href={newHref}>
                Register an agent
              </ButtonLink>
            )
          }
        >
          An agent is a piece of software that reads customer data for a purpose. Register it, grant it a few fields,
          give it a key.
        </EmptyState>
      }
    />
  );
}
