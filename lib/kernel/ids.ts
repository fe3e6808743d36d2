/** Ids are branded where their row is read, so that one kind is never passed for another. All are UUIDs. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Branded<"person">;
export type SessionId = Branded<"session">;
export type SourceId = Branded<"source">;
export type DatasetId = Branded<"dataset">;
export type DiscoveryRunId = Branded<"discovery_run">;
export type AgentId = Branded<"agent">;
export type AgentKeyId = Branded<"agent_key">;
export type ScopeId = Branded<"scope">;
export type EventId = Branded<"event">;
export type SubmissionId = Branded<"submission">;
export type HeldItemId = Branded<"held_item">;
export type ProposalId = Branded<"proposal">;
export type ReleaseId = Branded<"release">;
export type ReviewNoteId = Branded<"review_note">;
export type ReviewQueueId = Branded<"review_queue">;
export type TriageRuleId = Branded<"triage_rule">;
export type SecondLookId = Branded<"second_look">;
export type NoticeId = Branded<"notice">;
export type WebhookEndpointId = Branded<"webhook_endpoint">;
export type WebhookDeliveryId = Branded<"webhook_delivery">;
export type AlertId = Branded<"alert">;
