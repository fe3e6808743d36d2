import { TreatmentMark } from "@/components/ui/outcome-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AccessRow } from "@/lib/gateway/list-access";

/** How an agent sees the fields of one dataset for one purpose, each with why, since when and who said so. */
export function AccessList({
  caption,
  rows,
  toSentence,
}: {
  caption: string;
  rows: readonly AccessRow[];
  /** A reason's sentence. */
  toSentence: (reason: string, field: string) => string;
}) {
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface">
      <table className="w-full text-sm">
        <caption className="px-3 py-2 text-start font-medium">{caption}</caption>
        <thead className="text-ink-muted">
          <tr className="border-line border-y">
            {["Field", "Shown", "Why", "Granted by", "Until"].map((head) => (
              <th key={head} scope="col" className="px-3 py-1.5 text-start font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field} className="border-line not-last:border-b">
              <th scope="row" className="px-3 py-1.5 text-start font-mono font-normal">
                {row.field}
              </th>
              <td className="px-3 py-1.5">
                <TreatmentMark treatment={row.treatment} />
              </td>
              <td className="px-3 py-1.5 text-ink-muted">{toSentence(row.reason, row.field)}</td>
              <td className="px-3 py-1.5 text-ink-muted">
                {row.treatment === "withheld"
                  ? "nobody"
                  : row.grants.map(({ scopeId, by, since }) => (
                      <span key={scopeId} className="block">
                        {by}, <RelativeTime at={since} />
                      </span>
                    ))}
              </td>
              <td className="px-3 py-1.5">{row.treatment !== "withheld" && <RelativeTime at={row.until} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
