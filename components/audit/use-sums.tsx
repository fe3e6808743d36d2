import { Bot, UserRound } from "lucide-react";
import { FieldMarks } from "@/components/audit/field-marks";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";

export type UseSumRow = {
  key: string;
  isAgent: boolean;
  name: string;
  href: string | null;
  reads: number;
  rows: number;
  firstAt: Date;
  lastAt: Date;
  purposes: string[];
  datasets: { name: string; href: string | null }[];
  fields: [name: string, ways: string[]][];
};

const inWords = (count: number, one: string) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : `${one}s`}`;

/** The short answer: who, how often, for what, and which fields in which form. */
export function UseSums({ rows, emptyText }: { rows: readonly UseSumRow[]; emptyText: string }) {
  if (rows.length === 0) return <p className="text-ink-muted">{emptyText}</p>;
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.key} className="space-y-2 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {row.isAgent ? <Bot aria-hidden className="size-4" /> : <UserRound aria-hidden className="size-4" />}
            <span className="font-medium">
              {row.href === null ? row.name : <TextLink href={row.href}>{row.name}</TextLink>}
            </span>
            <span className="text-ink-muted text-sm tabular-nums">
              {inWords(row.reads, "use")}, {inWords(row.rows, "row")}
            </span>
            <span className="text-ink-muted text-sm">
              from <RelativeTime at={row.firstAt} /> to <RelativeTime at={row.lastAt} />
            </span>
          </p>
          <p className="text-sm">
            <span className="text-ink-muted">In </span>
            {row.datasets.map(({ name, href }, index) => (
              <span key={`${name} ${href}`}>
                {index > 0 && ", "}
                {href === null ? name : <TextLink href={href}>{name}</TextLink>}
              </span>
            ))}
            {row.purposes.length > 0 && <span className="text-ink-muted"> for {row.purposes.join(", ")}</span>}
          </p>
          <FieldMarks fields={row.fields} />
        </li>
      ))}
    </ul>
  );
}
