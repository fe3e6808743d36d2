"use client";

import { CircleCheck, KeyRound, Link2, UserRound } from "lucide-react";
import { useState } from "react";
import { type CatalogStatus, CatalogStatusBadge } from "@/components/data/catalog-status-badge";
import { ConfidenceMeter } from "@/components/data/confidence-meter";
import { FieldConfirmForm } from "@/components/data/field-confirm-form";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { Badge } from "@/components/ui/badge";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { EmptyState } from "@/components/ui/empty-state";
import { NativeSelect } from "@/components/ui/native-select";
import { CATEGORIES, type Category } from "@/lib/kernel/vocabulary";

export type FieldsTableRow = {
  name: string;
  href: string;
  dataType: string;
  isNullable: boolean;
  keyPosition: number | null;
  /** "customers.id" where a foreign key points there. */
  references: string | null;
  isSubjectKey: boolean;
  category: Category;
  confidence: number;
  reason: string;
  isConfirmed: boolean;
  status: CatalogStatus;
  /** How many agents get it, in any treatment. */
  agentCount: number;
  datasetId: string;
  action: FormAction;
  writeReason: string | null;
};

const column = columnsFor<FieldsTableRow>();
const columns = column.columns([
  column.accessor("name", {
    header: "Field",
    meta: { isPrimary: true },
    cell: ({ row }) => <FieldName field={row.original} />,
  }),
  column.accessor("category", {
    header: "Holds",
    cell: ({ row }) => <FieldConfirmForm field={row.original} />,
  }),
  column.accessor("confidence", {
    header: "Confidence",
    cell: ({ row }) =>
      row.original.isConfirmed ? (
        <span className="inline-flex items-center gap-1.5 text-sm">
          <CircleCheck aria-hidden className="size-4 text-clear-ink" /> A person said so
        </span>
      ) : (
        <ConfidenceMeter value={row.original.confidence} reason={row.original.reason} />
      ),
  }),
  column.accessor("reason", {
    header: "Why",
    cell: ({ getValue }) => <span className="block w-64 whitespace-normal text-ink-muted text-sm">{getValue()}</span>,
  }),
  column.accessor("agentCount", {
    header: "Agents",
    meta: { align: "end" },
    cell: ({ getValue }) => (getValue() === 0 ? <span className="text-ink-muted">None</span> : getValue()),
  }),
  column.accessor("status", { header: "Status", cell: ({ getValue }) => <CatalogStatusBadge status={getValue()} /> }),
]);

function FieldName({ field }: { field: FieldsTableRow }) {
  return (
    <span className="block max-w-60">
      <span className="flex items-center gap-1.5">
        <span className="truncate font-mono text-sm">{field.name}</span>
        {field.keyPosition !== null && (
          <KeyRound aria-label="Primary key" className="size-3.5 shrink-0 text-ink-muted" />
        )}
        {field.isSubjectKey && (
          <Badge tone="accent" icon={<UserRound aria-hidden />}>
            Customer
          </Badge>
        )}
      </span>
      <span className="block truncate font-normal text-ink-muted text-xs">
        {field.dataType}
        {field.isNullable && ", may be null"}
        {field.references !== null && (
          <>
            {" "}
            <Link2 aria-label="refers to" className="inline size-3" /> {field.references}
          </>
        )}
      </span>
    </span>
  );
}

/** A dataset's fields: what each holds and why Gatehouse thinks so, with a person's word to be given one by one or in bulk. */
export function FieldsTable({
  rows,
  openField,
  datasetId,
  action,
  writeReason,
}: {
  rows: readonly FieldsTableRow[];
  openField: string | null;
  datasetId: string;
  action: FormAction;
  writeReason: string | null;
}) {
  return (
    <DataTable
      caption="Fields"
      isPlain
      columns={columns}
      rows={rows}
      rowId={(row) => row.name}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      openRowId={openField}
      {...(writeReason === null && {
        bulkActions: (names: string[], clear: () => void) => (
          <BulkConfirm
            names={names}
            categories={rows.filter((row) => names.includes(row.name)).map((row) => row.category)}
            datasetId={datasetId}
            action={action}
            onDone={clear}
          />
        ),
      })}
      empty={<EmptyState title="No field">The source's user may not see any column of it.</EmptyState>}
    />
  );
}

const AS_SUGGESTED = "as-suggested";

function BulkConfirm({
  names,
  categories,
  datasetId,
  action,
  onDone,
}: {
  names: readonly string[];
  categories: readonly Category[];
  datasetId: string;
  action: FormAction;
  onDone: () => void;
}) {
  const [choice, setChoice] = useState<string>(AS_SUGGESTED);
  return (
    <Form action={action} onOk={onDone} className="flex flex-wrap items-center gap-2 space-y-0">
      <input type="hidden" name="datasetId" value={datasetId} />
      {names.map((name, index) => (
        <span key={name} hidden>
          <input type="hidden" name="chosen" value={name} />
          <input type="hidden" name={`category:${name}`} value={choice === AS_SUGGESTED ? categories[index] : choice} />
        </span>
      ))}
      <NativeSelect
        aria-label="What the chosen fields hold"
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        options={[
          { value: AS_SUGGESTED, label: "As it stands beside each" },
          ...CATEGORIES.map((category) => ({ value: category, label: CATEGORY_WORDS[category] })),
        ]}
      />
      <SubmitButton pendingLabel="Confirming…">
        Confirm {names.length} {names.length === 1 ? "field" : "fields"}
      </SubmitButton>
    </Form>
  );
}
