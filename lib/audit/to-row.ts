import type { Actor, RequestContext } from "@/lib/identity/request-context";
import { assertNever } from "@/lib/kernel/assert-never";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { DomainError } from "@/lib/kernel/domain-error";
import { newId } from "@/lib/runtime/new-id";
import type { AuditEvent } from "./event";

/** One row of `audit_event`, in the order of EVENT_COLUMNS. */
export type EventRow = {
  id: string;
  at: Date;
  action: string;
  actorKind: Actor["kind"];
  actorId: string | null;
  agentId: string | null;
  keyId: string | null;
  sourceId: string | null;
  datasetId: string | null;
  decision: string | null;
  reason: string | null;
  purpose: string | null;
  requestId: string;
  text: string;
};

/** The largest canonical text of one event; a larger one is refused where it is made. */
const TEXT_MAX = 256 * 1024;

function toActorJson(actor: Actor): { kind: Actor["kind"]; id: string | null; [extra: string]: Json } {
  switch (actor.kind) {
    case "person":
      return { kind: actor.kind, id: actor.personId, roles: actor.roles, sessionId: actor.sessionId };
    case "agent":
      return { kind: actor.kind, id: actor.agentId, keyId: actor.keyId };
    case "tenant":
      return { kind: actor.kind, id: actor.tenantId };
    case "dispatcher":
      return { kind: actor.kind, id: actor.keyId };
    case "system":
      return { kind: actor.kind, id: actor.process };
    case "anonymous":
      return { kind: actor.kind, id: null };
    default:
      return assertNever(actor);
  }
}

function textOf(event: AuditEvent, key: string): string | null {
  const value = (event as Record<string, Json | undefined>)[key];
  return typeof value === "string" ? value : null;
}

/** Gives an event its id, time and actor, and writes the canonical text that is stored and hashed. */
export function toEventRow(ctx: RequestContext, event: AuditEvent, id = newId(ctx.now)): EventRow {
  const actor = toActorJson(ctx.actor);
  const text = canonicalJson({
    ...event,
    id,
    at: ctx.now.toISOString(),
    actor,
    requestId: ctx.requestId,
    address: ctx.address,
    traceId: ctx.traceId,
    onBehalfOf: ctx.onBehalfOf,
  });
  if (text.length > TEXT_MAX)
    throw new DomainError("too_large", "This change is too large for one audit event: make it in parts.");
  return {
    id,
    at: ctx.now,
    action: event.action,
    actorKind: actor.kind,
    actorId: actor.id,
    agentId: textOf(event, "agentId"),
    keyId: textOf(event, "keyId"),
    sourceId: textOf(event, "sourceId"),
    datasetId: textOf(event, "datasetId"),
    decision: textOf(event, "decision"),
    reason: textOf(event, "reason"),
    purpose: textOf(event, "purpose"),
    requestId: ctx.requestId,
    text,
  };
}
