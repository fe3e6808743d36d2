import { newId } from "@/lib/runtime/new-id";
import type { Actor, RequestContext, SystemProcess } from "./request-context";

/** The context of one request: its moment and its id are made here, once. */
export function newContext(actor: Actor, address: string | null = null, traceId?: string): RequestContext {
  const now = new Date();
  return { actor, now, requestId: newId(now), address, ...(traceId === undefined ? {} : { traceId }) };
}

/** For what one of our own processes does by itself. */
export function newSystemContext(process: SystemProcess): RequestContext {
  return newContext({ kind: "system", process });
}
