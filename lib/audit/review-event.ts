import type { Json } from "@/lib/kernel/canonical-json";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { AlertTopic, Channel, NoticeMode, RejectPreset, WebhookTopic } from "@/lib/kernel/vocabulary";

type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;

/** What every event about a held item names. */
type About = { itemId: string; agentId: string };

/** Why a redemption was refused: a reason of lib/kernel/reasons.ts or one of the release's own. */
type RefusedRedemption = { releaseId: string; reason: string };

/** Everything about messages, held items, reviews and releases. No word of a customer or a draft: codes, ids, digests. */
export type ReviewEvent =
  /** What triage said of a message, or that an agent itself asked for a person. The answer leaves after this is durable. */
  | Change<
      "message.judged",
      {
        agentId: string;
        keyId: string;
        /** The id of this event too. A denial stores none. */
        submissionId?: string;
        decision: "allow" | "deny" | "hold";
        /** The gravest kind, `ordinary`, `asked` (the agent asked by itself), or the reason of a denial. */
        reason: string;
        origin: "triage" | "agent";
        kinds: TriageKind[];
        /** Codes of lib/kernel/triage-kinds.ts. */
        reasons: string[];
        itemId?: string;
        channel: Channel;
        language: string | null;
        actionKind: string | null;
        subject: string | null;
        caseRef: string | null;
        isSampled: boolean;
        /** What the external classifier said, where one is asked. */
        classifier: "not_asked" | "nothing_to_add" | "added" | "down";
        basis: { policyVersion: string; model: string };
      }
    >
  /** A customer's words go to the external classifier. Durable before they leave. */
  | Change<"classifier.asked", { agentId?: string; keyId?: string; host: string }>
  | Change<"held_item.opened", About & { shown: "masked" }>
  | Change<"held_item.revealed", About & { note: string }>
  | Change<"held_item.claimed", About & { until: string }>
  | Change<"held_item.let_go", About & { cause: "by_reviewer" | "lapsed" | "handed_over" }>
  | Change<"held_item.handed_over", About & { toPersonId: string | null; toQueueId: string | null; note: string }>
  | Change<"held_item.asked", About & { noteId: string; toPersonId: string | null; isToAgent: boolean }>
  | Change<"held_item.answered", About & { noteId: string }>
  | Change<
      "held_item.approved",
      About & { digest: string; isEdited: boolean; approvals: number; needed: number; isBulk: boolean }
    >
  | Change<"held_item.rejected", About & { preset: RejectPreset; isBulk: boolean }>
  | Change<"held_item.taken_over", About>
  | Change<"held_item.corrected", About & { kinds: TriageKind[] }>
  | Change<"held_item.withdrawn", About>
  | Change<"held_item.reminded", About & { dueAt: string }>
  | Change<"held_item.escalated", About & { toPersonId: string | null; level: number }>
  | Change<"held_item.expired", About & { cause: "not_decided" | "not_redeemed" }>
  | Change<"review.refused", About & { verb: string; reason: string }>
  | Change<"release.issued", About & { releaseId: string; digest: string; expiresAt: string }>
  | Change<"release.redeemed", About & { releaseId: string; keyId: string; digest: string; policyVersion: string }>
  | Change<"release.refused", { itemId?: string; agentId: string; keyId: string } & RefusedRedemption>
  | Change<"release.reported", About & { releaseId: string; keyId: string; outcome: "executed" | "failed" }>
  | Change<"release.revoked", About & { releaseId: string; note: string }>
  | Change<"second_look.given", { secondLookId: string; agentId: string; kinds: TriageKind[] }>
  | Change<"second_look.opened", { secondLookId: string; agentId: string }>
  | Change<"examples.exported", { count: number }>
  | Change<"alert.raised", { topic: AlertTopic; agentId?: string; itemId?: string; alertId: string }>
  | Change<"alert.closed", { topic: AlertTopic; agentId?: string; itemId?: string; alertId: string; note: string }>;

type RuleFacts = {
  name: string;
  kind: TriageKind;
  agentId: string | null;
  phrases: string[];
  amountMin: string | null;
  currency: string | null;
  customerFlags: string[];
  languages: string[];
  actionKinds: string[];
  isEnabled: boolean;
};
type KindFacts = {
  minutesToDecide: number;
  remindMinutesBefore: number;
  escalateMinutesBefore: number;
  isWorkingTime: boolean;
  approvalsNeeded: number;
  threshold: number;
};
type QueueFacts = {
  name: string;
  position: number;
  kinds: TriageKind[];
  languages: string[];
  amountMin: string | null;
  currency: string | null;
  escalationIds: string[];
};
type PolicyFacts = {
  isAllHeld: boolean;
  heldActionKinds: string[];
  thresholds: { [kind: string]: number };
  ordinaryMin: number | null;
  approvalsNeeded: number;
};

/** What stewards and admins set about triage and reviewing. */
export type ReviewSettingEvent =
  | Change<"triage_rule.made", { ruleId: string; after: RuleFacts }>
  | Change<"triage_rule.changed", { ruleId: string; before: RuleFacts; after: RuleFacts }>
  | Change<"triage_rule.removed", { ruleId: string; before: RuleFacts }>
  | Change<"triage.tried", { agentId?: string; outcome: "hold" | "proceed"; kinds: TriageKind[] }>
  | Change<"kind_rule.changed", { kind: TriageKind; before: KindFacts; after: KindFacts }>
  | Change<"review_queue.made", { queueId: string; after: QueueFacts }>
  | Change<"review_queue.changed", { queueId: string; before: QueueFacts; after: QueueFacts }>
  | Change<"review_queue.removed", { queueId: string; before: QueueFacts }>
  | Change<"review_settings.changed", { before: { [name: string]: Json }; after: { [name: string]: Json } }>
  | Change<"agent_review_policy.changed", { agentId: string; before: PolicyFacts | null; after: PolicyFacts }>
  | Change<"person.review_kinds_changed", { personId: string; before: TriageKind[]; after: TriageKind[] }>;

/** What left the house by mail and webhook. Never the address that a mail went to, never a body. */
export type NoticeEvent =
  | Change<"notice.mode_changed", { personId: string; before: NoticeMode; after: NoticeMode }>
  | Change<"notice.seen", { personId: string; count: number }>
  | Change<"notice.mailed", { personId: string; noticeIds: string[]; outcome: "sent" | "retry" | "failed" | "dropped" }>
  | Change<
      "webhook.made",
      { endpointId: string; after: { name: string; host: string; topics: WebhookTopic[]; agentId: string | null } }
    >
  | Change<"webhook.secret_rolled", { endpointId: string }>
  | Change<"webhook.switched", { endpointId: string; isEnabled: boolean }>
  | Change<"webhook.removed", { endpointId: string }>
  | Change<
      "webhook.attempted",
      {
        endpointId: string;
        deliveryId: string;
        topic: WebhookTopic;
        attempt: number;
        outcome: "delivered" | "retry" | "failed";
        status: number | null;
        reason: string | null;
      }
    >
  | Change<"webhook.redelivery_asked", { endpointId: string; deliveryId: string }>;

export type ReviewDomainEvent = ReviewEvent | ReviewSettingEvent | NoticeEvent;
