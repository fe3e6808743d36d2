"use client";

import { useRouter } from "next/navigation";
import { type PointerEvent, useState } from "react";
import { TextLink } from "@/components/ui/text-link";
import { exactWords } from "@/components/ui/time-words";
import { useTimeZone } from "@/components/ui/use-time-zone";

/** One step of time; `href` narrows the table to it. */
export type HistogramBar = { from: Date; to: Date; count: number; href: string };

const HEIGHT = 100;
const STEP = 12;
const WIDTH = 10;

/** Events over time. Drag over bars to narrow the table to them, or click one; the same figures stand in a table with links. */
export function EventsHistogram({
  bars,
  countWords,
  isEstimate,
  hrefWithTime,
}: {
  bars: readonly HistogramBar[];
  /** "1,240 events" or "more than 10,000 events". */
  countWords: string;
  isEstimate: boolean;
  /** The page's address with `TIME` where the range belongs. */
  hrefWithTime: string;
}) {
  const router = useRouter();
  const timeZone = useTimeZone();
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const toIndex = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const index = Math.floor(((event.clientX - left) / width) * bars.length);
    return Math.min(bars.length - 1, Math.max(0, index));
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const index = toIndex(event);
    setBrush({ from: index, to: index });
  };
  const finish = () => {
    if (brush === null) return;
    const [first, last] = [bars[Math.min(brush.from, brush.to)], bars[Math.max(brush.from, brush.to)]];
    setBrush(null);
    if (first === undefined || last === undefined) return;
    const range = `${first.from.toISOString()}..${last.to.toISOString()}`;
    router.push(hrefWithTime.replace("TIME", encodeURIComponent(range)), { scroll: false });
  };
  const say = (at: Date) => exactWords(at.getTime(), timeZone);
  const [low, high] = brush === null ? [0, -1] : [Math.min(brush.from, brush.to), Math.max(brush.from, brush.to)];
  const [first, last] = [bars[0], bars.at(-1)];
  return (
    <figure className="mb-4 min-w-0">
      <figcaption className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-medium tabular-nums" role="status">
          {countWords}
        </span>
        {isEstimate && <span className="text-ink-muted">The bars are an estimate.</span>}
      </figcaption>
      {first !== undefined && last !== undefined && (
        <>
          <svg
            aria-hidden
            viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
            preserveAspectRatio="none"
            onPointerDown={begin}
            onPointerMove={(event) => brush !== null && setBrush({ ...brush, to: toIndex(event) })}
            onPointerUp={finish}
            onPointerCancel={() => setBrush(null)}
            className="mt-2 h-14 w-full cursor-crosshair touch-pan-y border-line-strong border-b"
          >
            {bars.map((bar, index) => (
              <g key={bar.from.getTime()}>
                <title>{`${say(bar.from)}: ${bar.count.toLocaleString("en-GB")}`}</title>
                <rect
                  x={index * STEP}
                  width={STEP}
                  height={HEIGHT}
                  className={index >= low && index <= high ? "fill-accent-soft" : "fill-transparent hover:fill-hover"}
                />
                <rect
                  x={index * STEP + 1}
                  y={HEIGHT - toHeight(bar.count, most)}
                  width={WIDTH}
                  height={toHeight(bar.count, most)}
                  className="pointer-events-none fill-accent"
                />
              </g>
            ))}
          </svg>
          <div aria-hidden className="mt-1 flex justify-between gap-4 text-2xs text-ink-muted tabular-nums">
            <span>{say(first.from)}</span>
            <span className="text-end">{say(last.to)}</span>
          </div>
          <details className="mt-1 text-sm">
            <summary className="w-fit cursor-pointer rounded-sm text-ink-muted text-xs">As a table</summary>
            <div className="mt-2 max-h-60 overflow-y-auto">
              <table className="w-full text-start">
                <caption className="sr-only">Events over time</caption>
                <thead>
                  <tr className="text-ink-muted">
                    <th scope="col" className="text-start font-normal">
                      From
                    </th>
                    <th scope="col" className="text-end font-normal">
                      Events
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {bars
                    .filter(({ count }) => count > 0)
                    .map((bar) => (
                      <tr key={bar.from.getTime()}>
                        <th scope="row" className="py-0.5 text-start font-normal">
                          <TextLink href={bar.href} scroll={false} prefetch={false}>
                            {say(bar.from)}
                          </TextLink>
                        </th>
                        <td className="text-end tabular-nums">{bar.count.toLocaleString("en-GB")}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </figure>
  );
}

function toHeight(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(3, (count / most) * HEIGHT);
}
