import { Progress } from "@/components/ui/progress";
import type { CapUseRow } from "@/lib/scopes/list-cap-use";

const NEAR = 0.8;
const toText = (count: number) => count.toLocaleString("en-GB");

function Meter({ label, used, max }: { label: string; used: number; max: number | null }) {
  if (max === null) return null;
  const share = used / max;
  const tone = share >= 1 ? "danger" : share >= NEAR ? "warn" : "accent";
  const word = share >= 1 ? ", used up" : share >= NEAR ? ", nearly used up" : "";
  return <Progress label={label} value={share} detail={`${toText(used)} of ${toText(max)} today${word}`} tone={tone} />;
}

/** How much of each cap is used today (UTC). */
export function CapMeters({ use }: { use: readonly CapUseRow[] }) {
  return (
    <ul className="space-y-4" aria-label="Caps of today">
      {use.map(({ scopeId, dataset, rows, rowsMax, subjects, subjectsMax }) => {
        const where = dataset === null ? "all scopes" : dataset;
        return (
          <li key={scopeId ?? "agent"} className="space-y-3">
            <Meter label={`Rows, ${where}`} used={rows} max={rowsMax} />
            <Meter label={`Customers, ${where}`} used={subjects} max={subjectsMax} />
          </li>
        );
      })}
    </ul>
  );
}
