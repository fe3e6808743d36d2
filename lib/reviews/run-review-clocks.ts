import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type ClockStep, runClockStep } from "./internal/clock-step";
import { escalateItem } from "./internal/escalate-item";
import { expireItem } from "./internal/expire-item";
import { expireRelease } from "./internal/expire-release";
import { lapseClaim } from "./internal/lapse-claim";
import { missOutcome } from "./internal/miss-outcome";
import { remindItem } from "./internal/remind-item";

/** What is over first: nobody is reminded of an item whose time has run out. */
const STEPS: readonly ClockStep[] = [lapseClaim, expireItem, expireRelease, missOutcome, remindItem, escalateItem];

/** What the process gives a run that can last. `stop` ends it between two items; the rest is found again. */
export type ReviewClockEnvironment = { readonly stop?: AbortSignal | undefined };

/** How many of each step were done, and how many could not be: those are in the log, and tried again. */
export type ReviewClockCounts = { [step: string]: number } & { failed: number };

/**
 * Does what time does to held items: lets claims lapse, reminds, calls the next person, expires what nobody decided (never approves), and
 * raises alerts about approvals that were not used or not reported. Each item is a transaction of its own; whatever another process has
 * locked is left to it. `ctx.now` decides what is due, so a clock that is set back does nothing twice.
 */
export async function runReviewClocks(
  ctx: RequestContext,
  { stop = new AbortController().signal }: ReviewClockEnvironment = {},
): Promise<ReviewClockCounts> {
  authorize(ctx, "review:clock");
  const counts: ReviewClockCounts = { failed: 0 };
  for (const step of STEPS) {
    const { done, failed } = await runClockStep(ctx, step, stop);
    counts[step.name] = done;
    counts.failed += failed;
  }
  return counts;
}
