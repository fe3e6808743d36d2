import { getWriter, type Transaction } from "@/lib/db/client";
import type { Actor, RequestContext } from "@/lib/identity/request-context";
import type { AuditEvent, OneOrMore } from "./event";
import { toEventRow } from "./to-row";

type Committed<Result> = {
  result: Result;
  events: OneOrMore<AuditEvent>;
  /** Who it turned out to be, where that is known only now: somebody who signs in. */
  actor?: Actor;
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
      const { result, events, actor = ctx.actor } = await work(tx);
      await tx.auditEvent.createMany({ data: events.map((event) => toEventRow({ ...ctx, actor }, event)) });
      return result;
    },
    { maxWait: 5_000, timeout: 20_000 },
  );
}
