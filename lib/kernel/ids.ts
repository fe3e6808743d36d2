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
