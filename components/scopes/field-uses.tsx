import { TreatmentMark } from "@/components/ui/outcome-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import type { FieldInUse } from "@/lib/insights/judge-scopes";

/** How often each field of a scope was used. */
export function FieldUses({ fields }: { fields: readonly FieldInUse[] }) {
  return (
    <div className="overflow-x-auto rounded-lg border border-line">
      <table className="w-full text-sm">
        <caption className="sr-only">Uses of each field</caption>
        <thead className="text-ink-muted">
          <tr className="border-line border-b">
            {["Field", "Shown", "Last used", "In 30 days", "In 90 days"].map((head) => (
              <th key={head} scope="col" className="px-3 py-1.5 text-start font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, treatment, lastAt, uses30, uses90 }) => (
            <tr key={name} className="border-line not-last:border-b">
              <th scope="row" className="px-3 py-1.5 text-start font-mono font-normal">
                {name}
              </th>
              <td className="px-3 py-1.5">
                <TreatmentMark treatment={treatment} />
              </td>
              <td className="px-3 py-1.5">{lastAt === null ? "Never" : <RelativeTime at={lastAt} />}</td>
              <td className="px-3 py-1.5 tabular-nums">{uses30}</td>
              <td className="px-3 py-1.5 tabular-nums">{uses90}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
