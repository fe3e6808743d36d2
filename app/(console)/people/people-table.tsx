"use client";

import { UserPlus } from "lucide-react";
import { PersonStatusBadge, STATUS_WORDS } from "@/app/(console)/people/person-status";
import { ROLE_OPTIONS, toRoleWords } from "@/app/role-words";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import type { FilterSpec } from "@/components/table/filter-spec";
import type { TablePage } from "@/components/table/table-pager";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PersonRow } from "@/lib/people/list-people";

const column = columnsFor<PersonRow>();

const columns = column.columns([
  column.accessor("name", {
    header: "Name",
    meta: { sort: "asc", isPrimary: true },
    cell: ({ row }) => (
      <span className="flex items-center gap-2">
        <Avatar name={row.original.name} />
        <span className="truncate">{row.original.name}</span>
      </span>
    ),
  }),
  column.accessor("email", { header: "E-mail" }),
  column.accessor("roles", { header: "Roles", cell: ({ row }) => toRoleWords(row.original.roles) }),
  column.accessor("status", {
    header: "Status",
    cell: ({ row }) => <PersonStatusBadge status={row.original.status} />,
  }),
  column.accessor("lastSeenAt", {
    header: "Signed in",
    cell: ({ row: { original } }) =>
      original.lastSeenAt === null ? (
        <span className="text-ink-faint">No</span>
      ) : (
        <RelativeTime at={original.lastSeenAt} />
      ),
  }),
  column.accessor("sessionsLive", { header: "Sessions", meta: { align: "end", isHiddenFirst: true } }),
  column.accessor("createdAt", {
    header: "Added",
    meta: { sort: "desc" },
    cell: ({ row }) => <RelativeTime at={row.original.createdAt} />,
  }),
]);

const FILTERS: readonly FilterSpec[] = [
  { kind: "choice", key: "role", label: "Role", options: ROLE_OPTIONS },
  {
    kind: "choice",
    key: "status",
    label: "Status",
    options: Object.entries(STATUS_WORDS).map(([value, { label }]) => ({ value, label })),
  },
];

export function PeopleTable({ rows, page }: { rows: PersonRow[]; page: TablePage }) {
  return (
    <DataTable
      caption="People"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/people/${row.id}`}
      defaultSort="name"
      filters={FILTERS}
      searchLabel="Find by name or e-mail"
      page={page}
      empty={
        <EmptyState
          icon={<UserPlus />}
          title="Nobody is here yet"
          actions={<ButtonLink href="/people/new">Add a person</ButtonLink>}
        >
          Add the people who decide what agents may read.
        </EmptyState>
      }
    />
  );
}
