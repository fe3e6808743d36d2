import { record } from "@/lib/audit/record";
import type { AuditEvent } from "@/lib/audit/event";
import type { RequestContext } from "@/lib/identity/request-context";

/** A search that is repeated, as a page that follows the log's end does, is written down once in this time. */
const AGAIN_MS = 60_000;
const KEPT_MAX = 1_000;
const noted = new Map<string, number>();

/** Writes down that somebody read the audit, before they get to see it. The same reading again within a minute counts as one. */
export async function noteReading(ctx: RequestContext, what: string, event: AuditEvent): Promise<void> {
  const who = ctx.actor.kind === "person" ? ctx.actor.sessionId : ctx.actor.kind;
  const key = `${who} ${event.action} ${what}`;
  const now = ctx.now.getTime();
  const last = noted.get(key);
  if (last !== undefined && now - last >= 0 && now - last < AGAIN_MS) return;
  await record(ctx, [event]);
  if (noted.size >= KEPT_MAX) noted.clear();
  noted.set(key, now);
}
