import { getWriter, type Transaction } from "@/lib/db/client";
import type { Actor, RequestContext } from "@/lib/identity/request-context";
import type { AuditEvent, OneOrMore } from "./event";
import { toEventRow } from "./to-row";

type Committed<Result> = {
  result: Result;
  events: OneOrMore<AuditEvent>;
  /** Who it turned out to be, where that is known only now: somebody who signs in. */
  actor?: Actor;
  /** The id of the first event, where a row or an answer names it. */
  firstEventId?: string;
};

/**
 * The only door to a write: the change and its events are stored together or not at all. `work` may run only once; what it throws
 * undoes everything. Use the `tx` it is given and nothing else.
 */
export async function commit<Result>(
  ctx: RequestContext,
  work: (tx: Transaction) => Promise<Committed<Result>>,
): Promise<Result> {
  return getWriter().$transaction(
    async (tx) => {
      const { result, events, actor = ctx.actor, firstEventId } = await work(tx);
      const rows = events.map((event, index) =>
        toEventRow({ ...ctx, actor }, event, index === 0 ? firstEventId : undefined),
      );
      await tx.auditEvent.createMany({ data: rows });
      return result;
    },
    { maxWait: 5_000, timeout: 20_000 },
  );
}
