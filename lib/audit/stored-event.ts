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
  "message.judged": "Message judged",
  "held_item.opened": "Held item opened",
  "held_item.revealed": "Customer's values revealed",
  "held_item.claimed": "Held item claimed",
  "held_item.let_go": "Claim let go",
  "held_item.handed_over": "Held item handed over",
  "held_item.asked": "Question asked",
  "held_item.answered": "Question answered",
  "held_item.approved": "Approved",
  "held_item.rejected": "Rejected",
  "held_item.taken_over": "Taken over by a person",
  "held_item.corrected": "Triage corrected",
  "held_item.withdrawn": "Held item withdrawn",
  "held_item.reminded": "Reviewers reminded",
  "held_item.escalated": "Escalated",
  "held_item.expired": "Held item expired",
  "review.refused": "Decision refused",
  "release.issued": "Release issued",
  "release.redeemed": "Release redeemed",
  "release.refused": "Redemption refused",
  "release.reported": "Outcome reported",
  "release.revoked": "Release revoked",
  "second_look.given": "Second look given",
  "second_look.opened": "Second look opened",
  "examples.exported": "Labelled examples exported",
  "alert.raised": "Alert raised",
  "alert.closed": "Alert closed",
  "triage_rule.made": "Triage rule made",
  "triage_rule.changed": "Triage rule changed",
  "triage_rule.removed": "Triage rule removed",
  "triage.tried": "Triage tried",
  "kind_rule.changed": "Clock of a kind changed",
  "review_queue.made": "Queue made",
  "review_queue.changed": "Queue changed",
  "review_queue.removed": "Queue removed",
  "review_settings.changed": "Review settings changed",
  "agent_review_policy.changed": "Agent's review policy changed",
  "person.review_kinds_changed": "Kinds of a reviewer changed",
  "notice.mode_changed": "Mail of notices changed",
  "notice.seen": "Notices seen",
  "notice.mailed": "Notices mailed",
  "webhook.made": "Webhook made",
  "webhook.secret_rolled": "Webhook secret rolled",
  "webhook.switched": "Webhook switched",
  "webhook.removed": "Webhook removed",
  "webhook.attempted": "Webhook attempted",
  "webhook.redelivery_asked": "Webhook sent again",
};
