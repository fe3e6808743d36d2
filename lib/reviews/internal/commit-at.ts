import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { toUnavailable } from "./to-unavailable";

/** Undoes what a transaction did because it must be tried again or refused; never an error for the caller. */
export class Undone extends Error {
  override readonly name = "Undone";
}

class PolicyMoved extends Undone {}

/** Prisma's code for a row that names one which is not there. */
const MISSING_ROW = "P2003";

/** A queue that the policy names was removed since: the policy in force names another. */
function namesWhatIsGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === MISSING_ROW;
}

const Held = z.array(z.object({ version: z.string() })).length(1);

/**
 * `commit` at a version of the policy, which is in force at the moment of the commit. Null, and nothing stored, when another one is.
 * What `work` throws comes through when it is an `Undone` or for the caller; anything else as `unavailable`.
 */
export async function commitAt<Result>(
  ctx: RequestContext,
  policyVersion: string,
  work: (tx: Transaction) => ReturnType<Parameters<typeof commit<Result>>[1]>,
): Promise<Result | null> {
  try {
    return await commit<Result>(ctx, async (tx) => {
      const done = await work(tx);
      // Last, so that who changes the policy never waits for a row that this transaction waits for.
      const rows = Held.parse(await tx.$queryRaw`SELECT hold_policy_clock()::text AS version`);
      if (rows[0]?.version !== policyVersion) throw new PolicyMoved();
      return done;
    });
  } catch (error) {
    if (error instanceof PolicyMoved || namesWhatIsGone(error)) return null;
    throw error instanceof Undone ? error : toUnavailable(error);
  }
}
