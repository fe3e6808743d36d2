import { Bot, UserRound } from "lucide-react";
import { FieldMarks } from "@/components/audit/field-marks";
import { ExactTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";

export type UseRow = {
  id: string;
  href: string;
  decisionHref: string | null;
  at: Date;
  title: string;
  who: string;
  isAgent: boolean;
  datasetName: string | null;
  purpose: string | null;
  outcome: string | null;
  rowCount: number | null;
  customers: number;
  fields: [name: string, way: string][];
};

function toLine({ datasetName, purpose, rowCount, customers, outcome }: UseRow): string {
  const rows = rowCount === null ? null : rowCount === 1 ? "1 row" : `${rowCount.toLocaleString("en-GB")} rows`;
  const about =
    customers === 0 ? null : customers === 1 ? "1 customer" : `${customers.toLocaleString("en-GB")} customers`;
  const failed = outcome === "failed" ? "nothing was given" : null;
  return [datasetName, purpose && `for ${purpose}`, failed ?? rows, failed === null ? about : null]
    .filter((part) => part !== null && part !== "")
    .join(", ");
}

/** A timeline of uses, newest first, each with its event and the decision it rested on. */
export function UsesList({ rows }: { rows: readonly UseRow[] }) {
  if (rows.length === 0) return <p className="text-ink-muted">There is no use.</p>;
  return (
    <ol className="divide-y divide-line rounded-xl border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.id} className="break-inside-avoid space-y-1.5 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <ExactTime at={row.at} className="text-ink-muted text-sm tabular-nums" />
            <span className="inline-flex items-center gap-1.5 font-medium">
              {row.isAgent ? <Bot aria-hidden className="size-3.5" /> : <UserRound aria-hidden className="size-3.5" />}
              {row.who}
            </span>
            <TextLink href={row.href} className="text-sm">
              {row.title}
            </TextLink>
            {row.decisionHref !== null && (
              <TextLink href={row.decisionHref} className="text-sm">
                Decision
              </TextLink>
            )}
          </p>
          <p className="text-sm">{toLine(row)}</p>
          <FieldMarks fields={row.fields} />
        </li>
      ))}
    </ol>
  );
}
