import type { AuditAction, AuditEvent } from "./event";

/** An event as its stored text tells it: what `commit` or `record` was given, with id, time and actor. */
export type StoredEvent = AuditEvent & {
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  actor: { kind: "person" | "agent" | "system" | "anonymous"; id: string | null };
  requestId: string;
  address: string | null;
};

/** The event behind a stored text. The text was written by `toEventRow` and cannot change since. */
export function toStoredEvent(text: string): StoredEvent {
  return JSON.parse(text) as StoredEvent;
}

/** Every action with the words people read for it; exhaustive by type. */
export const ACTION_TITLES: { readonly [A in AuditAction]: string } = {
  "one_time_link.made": "One-time link made",
  "one_time_link.used": "One-time link used",
  "person.added": "Person added",
  "person.roles_changed": "Roles changed",
  "person.disabled": "Person disabled",
  "person.enabled": "Person enabled",
  "person.password_set": "Password set",
  "session.started": "Signed in",
  "session.refreshed": "Session used",
  "session.ended": "Signed out",
  "sign_in.refused": "Sign-in refused",
  "sign_in.tidied": "Spent sign-in records removed",
  "source.connected": "Source connected",
  "source.changed": "Source changed",
  "source.tested": "Source tested",
  "discovery.requested": "Discovery requested",
  "discovery.cancel_requested": "Discovery cancelled",
  "discovery.started": "Discovery started",
  "discovery.finished": "Discovery finished",
  "dataset.discovered": "Dataset discovered",
  "dataset.vanished": "Dataset vanished",
  "dataset.described": "Dataset described",
  "field.confirmed": "Fields confirmed",
  "agent.registered": "Agent registered",
  "agent.changed": "Agent changed",
  "agent.state_changed": "Agent state changed",
  "agent_key.issued": "Key issued",
  "agent_key.revoked": "Key revoked",
  "scope.granted": "Scope granted",
  "scope.changed": "Scope changed",
  "scope.revoked": "Scope revoked",
  "scope.previewed": "Scope previewed",
  "purpose.defined": "Purpose defined",
  "access.decided": "Access decided",
  "access.completed": "Access completed",
  "access.rejected": "Request rejected",
  "access.unauthenticated": "Agent not authenticated",
};
