import type { WrongParameter } from "@/app/(console)/search-params";
import { toTimeBounds } from "@/components/table/time-range";

const USUAL = "7d";
type Asked = { time?: string | undefined; from?: string | undefined; to?: string | undefined };

/** The period that an address asks for, or the usual one where it asks for none that can be. Two times are in UTC. */
export function readPeriod(
  { time, from, to }: Asked,
  now: Date,
): { period: { from: Date; to: Date }; time: string; wrong: WrongParameter[] } {
  const toZoned = (text: string | undefined) => (!text ? "" : /Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  const asked = from || to ? `${toZoned(from)}..${toZoned(to)}` : time;
  const bounds = toTimeBounds(asked, now);
  const [start, end] = [bounds?.from ?? new Date(0), bounds?.to ?? now];
  if (asked !== undefined && bounds !== null && start < end)
    return { period: { from: start, to: end }, time: asked, wrong: [] };
  const usual = { from: toTimeBounds(USUAL, now)?.from ?? new Date(0), to: now };
  const must = "must be a preset, or two times of which the first is the earlier";
  return { period: usual, time: USUAL, wrong: asked === undefined ? [] : [{ name: "time", must }] };
}
