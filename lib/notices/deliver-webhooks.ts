import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { type DeliveredTry, deliverOne } from "./internal/deliver-one";
import { type LookupHost, lookupSystemHost } from "./internal/webhook-target";

export const DeliverWebhooksInput = z.object({ deliveryId: z.uuid("names no delivery") });
export type DeliverWebhooksInput = z.input<typeof DeliverWebhooksInput>;

/** What the process gives a run that lasts: its clock, since each try is signed at its moment, and what ends it between two. */
export type DeliverWebhooksEnvironment = {
  readonly clock: () => Date;
  readonly stop?: AbortSignal | undefined;
  readonly lookupHost?: LookupHost | undefined;
};

/** The first delivery's outcome (`ignored`: it is not due, or another process is at its endpoint), and how many were tried in all. */
export type DeliverWebhooksResult = { outcome: DeliveredTry["outcome"] | "ignored"; tries: number };

/** After this long others get the place; the sweep goes on with the endpoint. */
const RUN_MS = 120_000;

async function findNext(endpointId: string, now: Date): Promise<string | null> {
  const next = await reader().webhookDelivery.findFirst({
    where: { endpointId, state: "waiting", dueAt: { lte: now } },
    select: { id: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return next?.id ?? null;
}

/**
 * Tries a delivery that is due, then whatever else is due for its endpoint. One process at a time is at an endpoint, so one that does not
 * answer holds up nobody else's; whoever finds it taken leaves its delivery to that process. Sending is at least once, under one id.
 */
export async function deliverWebhooks(
  ctx: RequestContext,
  input: DeliverWebhooksInput,
  { clock, stop, lookupHost = lookupSystemHost }: DeliverWebhooksEnvironment,
): Promise<DeliverWebhooksResult> {
  authorize(ctx, "webhook:deliver");
  const { deliveryId } = parseInput(DeliverWebhooksInput, input);
  const end = clock().getTime() + RUN_MS;
  const first = await deliverOne({ ...ctx, now: clock() }, deliveryId, lookupHost);
  let [last, tries] = [first, first === null ? 0 : 1];
  // One that let us wait in vain will do so again: the sweep tries it in a minute.
  while (last !== null && last.error !== "timeout" && !stop?.aborted && clock().getTime() < end) {
    const next = await findNext(last.endpointId, clock());
    last = next === null ? null : await deliverOne({ ...ctx, now: clock() }, next, lookupHost);
    if (last !== null) tries += 1;
  }
  return { outcome: first?.outcome ?? "ignored", tries };
}
