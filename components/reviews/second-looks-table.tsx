"use client";

import { Eye } from "lucide-react";
import { CHANNEL_WORDS, KIND_WORDS, toLanguageWord } from "@/components/reviews/review-words";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SecondLookRow } from "@/lib/reviews/list-second-looks";

export type LookTableRow = SecondLookRow & { href: string };

function toAnswer({ looked }: SecondLookRow): string {
  if (looked === null) return "Waits";
  return looked.kinds.length === 0
    ? "Right to proceed"
    : `Should be held: ${looked.kinds.map((kind) => KIND_WORDS[kind].word.toLowerCase()).join(", ")}`;
}

const column = columnsFor<LookTableRow>();
const columns = column.columns([
  column.accessor((row) => row.agent.name, { id: "agent", header: "Message of", meta: { isPrimary: true } }),
  column.accessor("looked", {
    header: "Second look",
    cell: ({ row: { original: look } }) => (
      <Badge tone={look.looked === null ? "neutral" : look.looked.kinds.length === 0 ? "good" : "warn"}>
        {toAnswer(look)}
      </Badge>
    ),
  }),
  column.accessor("channel", { header: "Came by", cell: ({ getValue }) => CHANNEL_WORDS[getValue()] }),
  column.accessor("language", { header: "Language", cell: ({ getValue }) => toLanguageWord(getValue()) }),
  column.accessor("createdAt", {
    header: "Proceeded",
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="text-ink-muted text-sm" />,
  }),
]);

/** The sample of what triage let proceed. */
export function SecondLooksTable({
  rows,
  next,
  openId,
  view,
}: {
  rows: readonly LookTableRow[];
  next: string | null;
  openId: string | null;
  view: "waiting" | "looked";
}) {
  return (
    <DataTable
      caption="Second looks"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => `Message of ${row.agent.name}`}
      rowHref={(row) => row.href}
      openRowId={openId}
      isPlain
      page={{ next, previous: null }}
      pageSizes={[50]}
      empty={
        <EmptyState
          icon={<Eye />}
          title={view === "waiting" ? "No message waits for a second look" : "Nobody looked yet"}
        >
          A share of what triage lets proceed is drawn for a person, so that what it misses is noticed. The share is a
          setting.
        </EmptyState>
      }
    />
  );
}
