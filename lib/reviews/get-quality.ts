import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, PersonId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import { parseInput } from "@/lib/runtime/parse-input";
import { countByKind } from "./internal/count-by-kind";
import { countByReviewer } from "./internal/count-by-reviewer";
import { countTriageFaults } from "./internal/count-triage-faults";

const DAY_MS = 86_400_000;
const DAYS = 30;
const DAYS_MAX = 366;

export const GetQualityInput = z.object({
  /** How far back from now. */
  days: z
    .int("must be whole days")
    .min(1, "must be at least 1 day")
    .max(DAYS_MAX, `must be at most ${DAYS_MAX}`)
    .default(DAYS),
});
export type GetQualityInput = z.input<typeof GetQualityInput>;

export type Decisions = {
  decided: number;
  approved: number;
  edited: number;
  rejected: number;
  takenOver: number;
  /** Approvals that somebody else's decision undid: a rejection, another wording, a revoked release. */
  overturned: number;
  /** From the hold to the decision; null where nothing was decided. */
  minutesP50: number | null;
  minutesP90: number | null;
};

type Agent = { id: AgentId; name: string };

export type Quality = {
  from: Date;
  to: Date;
  /** The graver first; what waits does so now. */
  kinds: readonly ({ kind: TriageKind; waiting: number; oldestAt: Date | null } & Decisions)[];
  /** Who decided most first. `neverRejects`: at least 20 decisions, all of them an approval as it was. */
  reviewers: readonly ({ person: { id: PersonId; name: string }; neverRejects: boolean } & Decisions)[];
  /** Looked: second looks given; missed: those that said it should have been held. Needless: held, and a reviewer says it need not have been. */
  agents: readonly {
    agent: Agent;
    held: number;
    corrected: number;
    needless: number;
    looked: number;
    missed: number;
  }[];
  /** The same by kind, where there is any. */
  faults: readonly { agent: Agent; kind: TriageKind; missed: number; needless: number }[];
};

/** How well triage and reviewers do, over the last days. */
export async function getQuality(ctx: RequestContext, input: GetQualityInput): Promise<Quality> {
  authorize(ctx, "quality:read");
  const { days } = parseInput(GetQualityInput, input);
  const period = { from: new Date(ctx.now.getTime() - days * DAY_MS), to: ctx.now };
  // One after another: a page takes one connection.
  const kinds = await countByKind(period);
  const reviewers = await countByReviewer(period);
  return { ...period, kinds, reviewers, ...(await countTriageFaults(period)) };
}
