import { toFindingWords, toNarrowingWords } from "@/components/scopes/finding-words";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import type { ScopeFinding } from "@/lib/kernel/find-scope-findings";

export type FindingRow = { finding: ScopeFinding; href: string };

/** What about a scope asks for a second thought, each with what one click would do. */
export function ScopeFindingsList({
  rows,
  disabledReason,
}: {
  rows: readonly FindingRow[];
  disabledReason: string | null;
}) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {rows.map(({ finding, href }) => (
        <li key={finding.kind} className="flex flex-wrap items-center gap-3 px-3 py-2">
          <span className="min-w-0 flex-1 basis-60">{toFindingWords(finding)}</span>
          <LinkOrReason size="sm" href={href} disabledReason={disabledReason}>
            {toNarrowingWords(finding)}
          </LinkOrReason>
        </li>
      ))}
    </ul>
  );
}
