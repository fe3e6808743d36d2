"use client";

import { CircleCheckBig } from "lucide-react";
import type { FormAction } from "@/components/form/form-state";
import { type BulkAnswer, BulkDecisions } from "@/components/reviews/bulk-decisions";
import { DueClock } from "@/components/reviews/due-clock";
import { ItemState } from "@/components/reviews/item-state";
import { KindMarks } from "@/components/reviews/kind-mark";
import { Lookers } from "@/components/reviews/live-inbox";
import {
  CHANNEL_WORDS,
  KIND_WORDS,
  LANGUAGE_CODES,
  RISK_WORDS,
  toActionWord,
  toEffectWords,
  toLanguageWord,
  toMoneyWords,
} from "@/components/reviews/review-words";
import { RiskMark } from "@/components/reviews/risk-mark";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { columnsFor } from "@/components/table/table-features";
import type { TablePage } from "@/components/table/table-pager";
import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { isWaiting } from "@/lib/kernel/review-state";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { CHANNELS, HOLD_RISKS } from "@/lib/kernel/vocabulary";
import type { HeldItemRow } from "@/lib/reviews/list-held-items";

export type InboxRow = HeldItemRow & { href: string };

/** In a narrow table the first cell says it all, so that the list beside an open item stays short. */
const WIDE_ONLY = "@max-lg/table:hidden!";

function WhoHasIt({ row }: { row: InboxRow }) {
  return (
    <span className="inline-flex items-center gap-2">
      {row.claimedBy !== null && (
        <span className="inline-flex items-center gap-1.5">
          <Avatar name={row.claimedBy.name} />
          {row.claimedBy.name}
        </span>
      )}
      <Lookers itemId={row.id} form="icons" />
    </span>
  );
}

function Clock({ row }: { row: InboxRow }) {
  if (isWaiting(row.state)) return <DueClock dueAt={row.dueAt} />;
  return (
    <span className="inline-flex items-center gap-2">
      <ItemState state={row.state} verdict={row.verdict} />
      {row.decidedAt !== null && <RelativeTime at={row.decidedAt} form="short" className="text-ink-muted text-sm" />}
    </span>
  );
}

function Item({ row }: { row: InboxRow }) {
  return (
    <span className="inline-flex min-w-0 flex-col gap-1 font-normal">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <KindMarks kind={row.kind} kinds={row.kinds} />
        <span className="hidden @max-lg/table:contents">
          <Clock row={row} />
        </span>
      </span>
      <span className="max-w-72 truncate text-ink text-sm group-hover/row:underline @max-lg/table:max-w-full">
        {row.agent.name}
      </span>
      <span className="hidden flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm @max-lg/table:flex">
        <RiskMark risk={row.risk} />
        <span>{toEffectWords(row)}</span>
        <WhoHasIt row={row} />
      </span>
    </span>
  );
}

const column = columnsFor<InboxRow>();
const columns = column.columns([
  column.accessor("kind", {
    header: "Item",
    meta: { isPrimary: true, className: "py-2 @max-lg/table:whitespace-normal" },
    cell: ({ row }) => <Item row={row.original} />,
  }),
  column.accessor("risk", {
    header: "Risk",
    meta: { className: WIDE_ONLY },
    cell: ({ getValue }) => <RiskMark risk={getValue()} />,
  }),
  column.accessor("dueAt", {
    header: "Time left",
    meta: { className: WIDE_ONLY },
    cell: ({ row }) => <Clock row={row.original} />,
  }),
  column.accessor("actionKind", {
    header: "Action",
    meta: { className: WIDE_ONLY },
    cell: ({ getValue }) => <span className="text-sm">{toActionWord(getValue())}</span>,
  }),
  column.accessor("amount", {
    header: "Amount",
    meta: { align: "end", className: WIDE_ONLY },
    cell: ({ row }) => toMoneyWords(row.original.amount, row.original.currency),
  }),
  column.accessor((row) => row.queue.name, {
    id: "queue",
    header: "Queue",
    meta: { className: `max-w-48 truncate text-sm ${WIDE_ONLY}` },
  }),
  column.accessor((row) => row.claimedBy?.name ?? "", {
    id: "claimed",
    header: "Who has it",
    meta: { className: WIDE_ONLY },
    cell: ({ row }) => <WhoHasIt row={row.original} />,
  }),
  column.accessor("approvals", {
    header: "Approvals",
    meta: { isHiddenFirst: true, className: WIDE_ONLY },
    cell: ({ row }) => `${row.original.approvals} of ${row.original.approvalsNeeded}`,
  }),
  column.accessor("channel", {
    header: "Came by",
    meta: { isHiddenFirst: true, className: WIDE_ONLY },
    cell: ({ getValue }) => CHANNEL_WORDS[getValue()],
  }),
  column.accessor("language", {
    header: "Language",
    meta: { isHiddenFirst: true, className: WIDE_ONLY },
    cell: ({ getValue }) => toLanguageWord(getValue()),
  }),
  column.accessor("createdAt", {
    header: "Held",
    meta: { isHiddenFirst: true, className: WIDE_ONLY },
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="text-ink-muted text-sm" />,
  }),
]);

export type InboxChoices = {
  agents: readonly { value: string; label: string }[];
  queues: readonly { value: string; label: string }[];
};

function toFilters({ agents, queues }: InboxChoices): FilterSpec[] {
  const words = <Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return [
    {
      kind: "choice",
      key: "kind",
      label: "Kind",
      isSingle: true,
      options: words(TRIAGE_KINDS, (each) => KIND_WORDS[each].word),
    },
    {
      kind: "choice",
      key: "risk",
      label: "Risk",
      isSingle: true,
      options: words(HOLD_RISKS, (each) => RISK_WORDS[each]),
    },
    { kind: "choice", key: "queue", label: "Queue", isSingle: true, options: queues },
    { kind: "choice", key: "agent", label: "Agent", isSingle: true, options: agents },
    {
      kind: "choice",
      key: "claimed",
      label: "Who has it",
      isSingle: true,
      options: [
        { value: "nobody", label: "Nobody" },
        { value: "me", label: "You" },
        { value: "others", label: "Somebody else" },
      ],
    },
    {
      kind: "choice",
      key: "channel",
      label: "Came by",
      isSingle: true,
      options: words(CHANNELS, (each) => CHANNEL_WORDS[each]),
    },
    {
      kind: "choice",
      key: "language",
      label: "Language",
      isSingle: true,
      options: words(LANGUAGE_CODES, toLanguageWord),
    },
  ];
}

export type InboxEmpty = { title: string; text: string };

/** The held items of one view, the most pressing first; a row opens its item beside the table. */
export function InboxTable({
  rows,
  page,
  openId,
  choices,
  empty,
  bulk,
}: {
  rows: readonly InboxRow[];
  page: TablePage;
  openId: string | null;
  choices: InboxChoices;
  empty: InboxEmpty;
  /** Null: this person decides nothing. */
  bulk: FormAction<readonly BulkAnswer[]> | null;
}) {
  return (
    <DataTable
      caption="Held items"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => `${KIND_WORDS[row.kind].word} for ${row.agent.name}`}
      rowHref={(row) => row.href}
      openRowId={openId}
      filters={toFilters(choices)}
      searchLabel="Agent, queue or item id"
      page={page}
      pageSizes={[50]}
      {...(bulk !== null && {
        bulkActions: (ids: string[], clear: () => void) => (
          <BulkDecisions rows={rows.filter((row) => ids.includes(row.id))} action={bulk} onDone={clear} />
        ),
      })}
      empty={
        <EmptyState icon={<CircleCheckBig />} title={empty.title}>
          {empty.text}
        </EmptyState>
      }
    />
  );
}
