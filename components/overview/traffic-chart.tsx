"use client";

import { cn } from "@/components/ui/cn";
import { useTimeZone } from "@/components/ui/use-time-zone";

/** One step of time from `from` on. */
export type TrafficStep = { from: Date; reads: number; refusals: number };

const HEIGHT = 100;
const STEP = 12;
const WIDTH = 10;

/** Reads and refusals over time as stacked bars; the same figures stand in a table for who cannot see them. */
export function TrafficChart({
  title,
  steps,
  unit,
}: {
  title: string;
  steps: readonly TrafficStep[];
  unit: "Hour" | "Day";
}) {
  const timeZone = useTimeZone();
  const bars = steps.map((step) => ({ ...step, key: step.from.getTime(), label: toLabel(step.from, unit, timeZone) }));
  const most = Math.max(1, ...bars.map((bar) => bar.reads + bar.refusals));
  const sum = (of: "reads" | "refusals") => bars.reduce((total, bar) => total + bar[of], 0).toLocaleString("en-GB");
  const toHeight = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT));
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="flex-1 font-medium">{title}</span>
        <Legend className="bg-clear" word="Reads" count={sum("reads")} />
        <Legend className="bg-denied" word="Refusals" count={sum("refusals")} />
      </figcaption>
      <svg
        aria-hidden
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-3 h-28 w-full border-line-strong border-b"
      >
        {bars.map((bar, index) => {
          const reads = toHeight(bar.reads);
          const refusals = Math.min(toHeight(bar.refusals), HEIGHT - reads);
          return (
            <g key={bar.key}>
              <title>{`${bar.label}: ${bar.reads} reads, ${bar.refusals} refusals`}</title>
              <rect x={index * STEP} y={0} width={STEP} height={HEIGHT} className="fill-transparent hover:fill-hover" />
              <rect
                x={index * STEP + 1}
                y={HEIGHT - reads}
                width={WIDTH}
                height={reads}
                className="pointer-events-none fill-clear"
              />
              <rect
                x={index * STEP + 1}
                y={HEIGHT - reads - refusals}
                width={WIDTH}
                height={refusals}
                className="pointer-events-none fill-denied"
              />
            </g>
          );
        })}
      </svg>
      <div aria-hidden className="mt-1 flex justify-between text-2xs text-ink-muted tabular-nums">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">Reads</th>
            <th scope="col">Refusals</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              <td>{bar.reads}</td>
              <td>{bar.refusals}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Legend({ word, count, className }: { word: string; count: string; className: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-muted text-sm">
      <span aria-hidden className={cn("size-2.5 rounded-xs", className)} />
      {word} <span className="font-medium text-ink tabular-nums">{count}</span>
    </span>
  );
}

/** Hours are the viewer's; days are counted in UTC and said so by their date alone. */
function toLabel(from: Date, unit: "Hour" | "Day", timeZone: string): string {
  return unit === "Hour"
    ? new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(from)
    : new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" }).format(
        from,
      );
}
