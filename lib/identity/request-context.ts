import type { AgentId, AgentKeyId, DispatcherKeyId, PersonId, SessionId, TenantId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/kernel/vocabulary";

/** Which process acts when no person or agent does. */
export type SystemProcess = "start" | "jobs" | "gate" | "console" | "cli";

export type PersonActor = {
  kind: "person";
  personId: PersonId;
  sessionId: SessionId;
  name: string;
  email: string;
  roles: readonly Role[];
};

export type AgentActor = { kind: "agent"; agentId: AgentId; keyId: AgentKeyId };

/** A program that asks about its own subjects and resources (AuthZEN), and never reads data. */
export type TenantActor = { kind: "tenant"; tenantId: TenantId };

/** A system that opens cases: it says which customer a piece of work is about, and reads nothing. */
export type DispatcherActor = { kind: "dispatcher"; keyId: DispatcherKeyId };

/** Who is asking. `anonymous` is somebody who has not proved who they are. */
export type Actor =
  | PersonActor
  | AgentActor
  | TenantActor
  | DispatcherActor
  | { kind: "system"; process: SystemProcess }
  | { kind: "anonymous" };

/** What every verb is told about its request: who, when, from where. One `now` and one `requestId` for a request. */
export type RequestContext = {
  readonly actor: Actor;
  readonly now: Date;
  /** UUID v7; on every event of the request. */
  readonly requestId: string;
  /** The client's IP address as the door sees it, or null inside the house. */
  readonly address: string | null;
  /** The caller's trace (W3C Trace Context), 32 hex digits, where it sent one. */
  readonly traceId?: string;
  /** The person for whom one of our own processes acts, where there is one. */
  readonly onBehalfOf?: string;
};
