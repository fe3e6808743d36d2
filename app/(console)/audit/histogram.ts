import { paths } from "@/app/(console)/paths";
import type { HistogramBar } from "@/components/audit/events-histogram";
import type { summariseEvents } from "@/lib/audit/summarise-events";

type Summary = Awaited<ReturnType<typeof summariseEvents>>;

function toCountWords({ value, isExact }: Summary["count"]): string {
  const number = value.toLocaleString("en-GB");
  if (!isExact) return `More than ${number} events`;
  return value === 1 ? "1 event" : `${number} events`;
}

/** The search's figures for the histogram, each bar with the address that narrows the table to it. */
export function toHistogram({ count, buckets, isEstimate }: Summary, viewQuery: string) {
  const rest = new URLSearchParams(viewQuery);
  rest.delete("time");
  const hrefWithTime = `${paths.audit()}?${rest.size === 0 ? "" : `${rest}&`}time=TIME`;
  const [first, second] = buckets;
  const widthMs = first && second ? second.from.getTime() - first.from.getTime() : 1;
  const bars: HistogramBar[] = buckets.map(({ from, count: events }) => {
    const to = new Date(from.getTime() + widthMs);
    const range = encodeURIComponent(`${from.toISOString()}..${to.toISOString()}`);
    return { from, to, count: events, href: hrefWithTime.replace("TIME", range) };
  });
  return { bars, countWords: toCountWords(count), isEstimate, hrefWithTime };
}
