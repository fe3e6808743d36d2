"use client";

import { Building2 } from "lucide-react";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { columnsFor } from "@/components/table/table-features";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { VENDOR_STATUS_LOOKS, VendorStatusBadge } from "@/components/vendors/vendor-status-badge";
import { ASSESSMENT_STATE_WORDS, CRITICALITY_WORDS } from "@/components/vendors/words";
import type { AssessmentState } from "@/lib/kernel/assessment-state";
import { CRITICALITIES, type Criticality } from "@/lib/kernel/vendor-vocabulary";
import type { VendorStatusWord } from "@/lib/vendors/vendor-status";

export type VendorsTableRow = {
  id: string;
  href: string;
  name: string;
  isOurselves: boolean;
  status: VendorStatusWord;
  /** Why it is closed, as a sentence. */
  why: string | null;
  changesAt: Date | null;
  scoreTotal: number | null;
  openMusts: number;
  agents: number;
  criticality: Criticality;
  owner: string;
  open: AssessmentState | null;
  changesToJudge: number;
};

const column = columnsFor<VendorsTableRow>();
const columns = column.columns([
  column.accessor("name", {
    header: "Vendor",
    meta: { isPrimary: true },
    cell: ({ row }) => (
      <span className="inline-flex max-w-72 items-center gap-2">
        <span className="truncate">{row.original.name}</span>
        {row.original.isOurselves && <Badge>Ourselves</Badge>}
      </span>
    ),
  }),
  column.accessor("status", {
    header: "Status",
    cell: ({ row }) => (
      <span title={row.original.why ?? undefined}>
        <VendorStatusBadge word={row.original.status} />
      </span>
    ),
  }),
  column.accessor("changesAt", {
    header: "Changes",
    cell: ({ getValue }) => {
      const at = getValue();
      return at === null ? <span className="text-ink-faint">No end known</span> : <RelativeTime at={at} />;
    },
  }),
  column.accessor("scoreTotal", {
    header: "Score",
    meta: { align: "end" },
    cell: ({ getValue }) => getValue()?.toFixed(1) ?? <span className="text-ink-faint">–</span>,
  }),
  column.accessor("agents", { header: "Agents", meta: { align: "end" } }),
  column.accessor("openMusts", {
    header: "Open musts",
    meta: { align: "end" },
    cell: ({ getValue }) =>
      getValue() === 0 ? <span className="text-ink-faint">0</span> : <Badge tone="danger">{getValue()}</Badge>,
  }),
  column.accessor("open", {
    header: "Next assessment",
    cell: ({ row: { original } }) => (
      <span className="inline-flex flex-wrap gap-1">
        {original.open === null && original.changesToJudge === 0 && <span className="text-ink-faint">None</span>}
        {original.open !== null && ASSESSMENT_STATE_WORDS[original.open]}
        {original.changesToJudge > 0 && <Badge tone="warn">{original.changesToJudge} changes to judge</Badge>}
      </span>
    ),
  }),
  column.accessor("criticality", {
    header: "Criticality",
    meta: { isHiddenFirst: true },
    cell: ({ getValue }) => CRITICALITY_WORDS[getValue()],
  }),
  column.accessor("owner", { header: "Owner", meta: { isHiddenFirst: true } }),
]);

const FILTERS: readonly FilterSpec[] = [
  {
    kind: "choice",
    key: "status",
    label: "Status",
    isSingle: true,
    options: Object.entries(VENDOR_STATUS_LOOKS).map(([value, { word }]) => ({ value, label: word })),
  },
  {
    kind: "choice",
    key: "criticality",
    label: "Criticality",
    isSingle: true,
    options: CRITICALITIES.map((value) => ({ value, label: CRITICALITY_WORDS[value] })),
  },
  {
    kind: "choice",
    key: "musts",
    label: "Musts",
    isSingle: true,
    options: [{ value: "open", label: "With open musts" }],
  },
];

/** The vendors of the house by name, each as it stands now. */
export function VendorsTable({
  rows,
  next,
  csvHref,
  newHref,
}: {
  rows: readonly VendorsTableRow[];
  next: string | null;
  csvHref: string;
  /** Null: this person may not register vendors. */
  newHref: string | null;
}) {
  return (
    <DataTable
      caption="Vendors"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      filters={FILTERS}
      searchLabel="Search vendors and models"
      page={{ next, previous: null }}
      pageSizes={[50]}
      csvHref={csvHref}
      empty={
        <EmptyState
          icon={<Building2 />}
          title="No vendor yet"
          actions={
            newHref !== null && (
              <ButtonLink variant="primary" href={newHref}>
                Register a vendor
              </ButtonLink>
            )
          }
        >
          Register whose software your agents are, ask it how it handles data, and have a second person decide.
        </EmptyState>
      }
    />
  );
}
