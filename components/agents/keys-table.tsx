"use client";

import { KeyRound } from "lucide-react";
import { type KeyState, KeyStateBadge } from "@/components/agents/key-state-badge";
import type { FormAction } from "@/components/form/form-state";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";

export type KeysTableRow = {
  id: string;
  label: string;
  hint: string;
  state: KeyState;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revoke: FormAction;
  /** Why it cannot be revoked by this person, or now. */
  revokeReason: string | null;
};

const column = columnsFor<KeysTableRow>();
const columns = column.columns([
  column.accessor("label", { header: "Key", meta: { isPrimary: true } }),
  column.accessor("hint", {
    header: "Begins with",
    cell: ({ getValue }) => <code className="font-mono text-sm">{getValue()}…</code>,
  }),
  column.accessor("state", { header: "State", cell: ({ getValue }) => <KeyStateBadge state={getValue()} /> }),
  column.accessor("lastUsedAt", {
    header: "Last used",
    cell: ({ getValue }) => {
      const at = getValue();
      return at === null ? <span className="text-ink-muted">Never</span> : <RelativeTime at={at} />;
    },
  }),
  column.accessor("expiresAt", { header: "Ends", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
  column.accessor("createdAt", { header: "Issued", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
  column.display({
    id: "revoke",
    header: () => <span className="sr-only">Revoke</span>,
    meta: { label: "Revoke", align: "end", isBare: true },
    cell: ({ row }) => <RevokeButton row={row.original} />,
  }),
]);

/** Without a button once it is revoked; the dialog stays to say that it worked. */
function RevokeButton({ row }: { row: KeysTableRow }) {
  const button = (
    <Button
      size="sm"
      variant="danger-quiet"
      disabledReason={row.revokeReason}
      aria-label={`Revoke the key ${row.label}`}
    >
      Revoke
    </Button>
  );
  return (
    <ConfirmDialog
      title={`Revoke the key ${row.label}?`}
      confirmLabel="Revoke the key"
      action={row.revoke}
      fields={{ keyId: row.id }}
      trigger={row.state === "revoked" ? undefined : button}
    >
      <p>Whoever uses it is refused from the next second on. It cannot be brought back; other keys go on working.</p>
    </ConfirmDialog>
  );
}

/** Keys, newest first. Never a key itself. */
export function KeysTable({ rows, empty }: { rows: readonly KeysTableRow[]; empty: string }) {
  return (
    <DataTable
      caption="Keys"
      isPlain
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.label}
      empty={
        <EmptyState icon={<KeyRound />} title="No key yet">
          {empty} It is shown once and ends by itself; several may live at once, so that one can replace another.
        </EmptyState>
      }
    />
  );
}
