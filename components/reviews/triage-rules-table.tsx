"use client";

import { ListFilter } from "lucide-react";
import { KindMark } from "@/components/reviews/kind-mark";
import { toActionWord, toLanguageWord, toMoneyWords } from "@/components/reviews/review-words";
import type { TriageRuleValues } from "@/components/reviews/triage-rule-form";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";

export type TriageRuleRow = TriageRuleValues & { agentName: string | null; href: string };

/** What a message must have for the rule to hold it, in words. */
function toConditionWords(rule: TriageRuleValues): string {
  const amount = toMoneyWords(rule.amountMin, rule.currency);
  return [
    rule.phrases.length > 0 && `says “${rule.phrases.slice(0, 3).join("”, “")}”${rule.phrases.length > 3 ? " …" : ""}`,
    amount !== null && `${amount} or more`,
    rule.actionKinds.length > 0 && rule.actionKinds.map(toActionWord).join(" or "),
    rule.customerFlags.length > 0 && `flag ${rule.customerFlags.join(" or ")}`,
    rule.languages.length > 0 && `in ${rule.languages.map(toLanguageWord).join(" or ")}`,
  ]
    .filter(Boolean)
    .join(" and ");
}

const column = columnsFor<TriageRuleRow>();
const columns = column.columns([
  column.accessor("name", { header: "Rule", meta: { isPrimary: true, className: "max-w-64 truncate" } }),
  column.accessor("kind", { header: "Holds for", cell: ({ getValue }) => <KindMark kind={getValue()} /> }),
  column.accessor("phrases", {
    id: "conditions",
    header: "When",
    meta: { className: "max-w-md truncate text-sm" },
    cell: ({ row }) => toConditionWords(row.original),
  }),
  column.accessor("agentName", { header: "Agent", cell: ({ getValue }) => getValue() ?? "Every agent" }),
  column.accessor("isEnabled", {
    header: "In force",
    cell: ({ getValue }) => (getValue() ? <Badge tone="good">In force</Badge> : <Badge>Off</Badge>),
  }),
]);

/** The rules of the house; any that fits holds the message. */
export function TriageRulesTable({ rows }: { rows: readonly TriageRuleRow[] }) {
  return (
    <DataTable
      caption="Triage rules"
      columns={columns}
      rows={rows}
      rowId={(row) => row.ruleId}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      isPlain
      empty={
        <EmptyState icon={<ListFilter />} title="No rule yet">
          The model holds what reads like a complaint, a dispute, a legal issue or something unusual. A rule holds more:
          a phrase, an amount, a customer's flag.
        </EmptyState>
      }
    />
  );
}
