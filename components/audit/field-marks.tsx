import { TreatmentMark } from "@/components/ui/outcome-mark";
import { TREATMENTS } from "@/lib/kernel/vocabulary";

/** Fields with how each was shown: the name, then one mark for each way. */
export function FieldMarks({ fields }: { fields: readonly (readonly [name: string, ways: string | string[]])[] }) {
  if (fields.length === 0) return <span className="text-ink-muted">no fields</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {fields.map(([name, ways]) => (
        <li key={name} className="inline-flex min-w-0 flex-wrap items-center gap-x-1.5">
          <span className="min-w-0 break-all font-mono text-xs">{name}</span>
          {[ways].flat().map((way) => (
            <TreatmentMark key={way} treatment={TREATMENTS.find((one) => one === way) ?? "withheld"} />
          ))}
        </li>
      ))}
    </ul>
  );
}
