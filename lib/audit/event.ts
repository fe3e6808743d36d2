import type { Json } from "@/lib/kernel/canonical-json";
import type { DecisionDomainEvent } from "./decision-event";
import type { LogEvent } from "./log-event";
import type { ReviewDomainEvent } from "./review-event";
import type { AccessReviewEvent } from "./access-review-event";
import type { AuthzenEvent } from "./authzen-event";
import type { WideningEvent } from "./widening-event";
import type { VendorDomainEvent } from "./vendor-event";
import type { AgentState, Category, RecordKind, Role } from "@/lib/kernel/vocabulary";

/** What one event is about. Never a value of a customer, never a secret: ids, names of fields, codes, counts, digests. */
type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;

type AgentFacts = {
  name: string;
  description: string;
  ownerId: string;
  sponsorId: string;
  model: string;
  vendorId: string | null;
  /** Where it runs. */
  region: string | null;
  topics: string[];
};

export type ScopeFacts = {
  purposes: string[];
  fields: { [field: string]: string };
  rowBound: Json;
  requiresCase: boolean;
  rowsPerRequestMax: number;
  /** Caps for a day; absent from events older than caps. */
  rowsPerDayMax?: number | null;
  subjectsPerDayMax?: number | null;
  expiresAt: string;
};

type SourceFacts = { name: string; host: string; port: number; database: string; username: string; tlsMode: string };

export type SessionEndCause =
  | "sign_out"
  | "expired"
  | "ended_by_self"
  | "ended_by_admin"
  | "roles_changed"
  | "person_disabled"
  | "password_set";

export type PeopleEvent =
  | Change<"one_time_link.made", { linkId: string; purpose: string; personId?: string; expiresAt: string }>
  | Change<"one_time_link.used", { linkId: string; purpose: string; personId: string }>
  | Change<"person.added", { personId: string; after: { roles: Role[] } }>
  | Change<"person.roles_changed", { personId: string; before: { roles: Role[] }; after: { roles: Role[] } }>
  | Change<"person.disabled", { personId: string }>
  | Change<"person.enabled", { personId: string }>
  | Change<"person.password_set", { personId: string }>
  | Change<"session.started", { personId: string; sessionId: string }>
  | Change<"session.refreshed", { personId: string; sessionId: string }>
  | Change<"sign_in.tidied", { links: number; throttles: number }>
  | Change<"session.ended", { personId: string; sessionId: string; cause: SessionEndCause }>
  | Change<
      "sign_in.refused",
      { personId?: string; reason: "wrong_credentials" | "throttled" | "not_active"; accountRef: string }
    >;

export type CatalogEvent =
  | Change<"source.connected", { sourceId: string; after: SourceFacts }>
  | Change<"source.changed", { sourceId: string; before: SourceFacts; after: SourceFacts; isPasswordChanged: boolean }>
  | Change<"source.tested", { sourceId: string; reason: string | null }>
  | Change<"discovery.requested", { sourceId: string; runId: string }>
  | Change<"discovery.cancel_requested", { sourceId: string; runId: string }>
  | Change<"discovery.started", { sourceId: string; runId: string; datasetsTotal: number }>
  | Change<
      "discovery.finished",
      {
        sourceId: string;
        runId: string;
        outcome: "done" | "cancelled" | "failed";
        fieldsNew: number;
        fieldsChanged: number;
        fieldsVanished: number;
      }
    >
  | Change<
      "dataset.discovered",
      {
        sourceId: string;
        datasetId: string;
        runId: string;
        fieldsNew: string[];
        fieldsChanged: string[];
        fieldsVanished: string[];
      }
    >
  | Change<"dataset.vanished", { sourceId: string; datasetId: string; runId: string }>
  | Change<
      "dataset.described",
      {
        datasetId: string;
        before: { recordKind: RecordKind; subjectKey: string | null };
        after: { recordKind: RecordKind; subjectKey: string | null };
      }
    >
  | Change<
      "field.confirmed",
      { datasetId: string; changes: { field: string; before: Category; after: Category; wasConfirmed: boolean }[] }
    >;

export type AgentEvent =
  | Change<"agent.registered", { agentId: string; after: AgentFacts }>
  /** `widens`: its vendor or where it runs lets it do more than before. */
  | Change<"agent.changed", { agentId: string; before: AgentFacts; after: AgentFacts; widens?: true }>
  | Change<
      "agent.state_changed",
      { agentId: string; before: { state: AgentState }; after: { state: AgentState }; note: string }
    >
  | Change<
      "agent_key.issued",
      { agentId: string; keyId: string; after: { label: string; hint: string; expiresAt: string } }
    >
  | Change<"agent_key.revoked", { agentId: string; keyId: string }>;

export type ScopeEvent =
  | Change<
      "scope.granted",
      { agentId: string; datasetId: string; scopeId: string; version: number; note: string; after: ScopeFacts }
    >
  | Change<
      "scope.changed",
      {
        agentId: string;
        datasetId: string;
        scopeId: string;
        version: number;
        note: string;
        before: ScopeFacts;
        after: ScopeFacts;
      }
    >
  | Change<"scope.revoked", { agentId: string; datasetId: string; scopeId: string; version: number; note: string }>
  | Change<
      "scope.previewed",
      { agentId?: string; datasetId: string; rowCount: number; fields: { [field: string]: string } }
    >
  | Change<"purpose.defined", { after: { code: string; sentence: string } }>;

/** What a decision rested on. */
export type DecisionBasis = {
  scopes: { scopeId: string; version: number }[];
  policyVersion: string;
  /** The vendor's assessment in force; absent from events older than vendors. */
  assessment?: { vendorId: string; assessmentId: string; number: number } | null;
  /** Whether the vendor was cleared only by the grace that is set for it. */
  isInGrace?: boolean;
};

export type AccessEvent =
  | Change<
      "access.decided",
      {
        agentId: string;
        keyId: string;
        datasetId?: string;
        sourceId?: string;
        /** As the agent wrote it, shortened; names that are not in the catalogue are kept out. */
        dataset: string | null;
        decision: "allow" | "deny" | "hold";
        reason: string;
        /** The field or number that the reason's sentence names, where it is one of the catalogue's. */
        it?: string;
        purpose: string | null;
        door: "read" | "evaluation" | "mcp";
        fields: { [field: string]: string };
        filterFields: string[];
        orderFields: string[];
        limit: number | null;
        /** The case whose token was sent, whether or not it counted; absent without one that is known. */
        caseId?: string;
        basis: DecisionBasis;
      }
    >
  | Change<
      "access.completed",
      {
        agentId: string;
        keyId: string;
        /** The event of the decision that this ends. */
        decisionId: string;
        datasetId: string;
        sourceId: string;
        purpose: string;
        /** The case within which it was read. */
        caseId?: string;
        outcome: "released" | "failed";
        /** The error's code when failed. */
        reason?: string;
        rowCount: number;
        /** Keyed pseudonyms of the customers whose rows were released. */
        subjects: string[];
        /** HMAC-SHA-256 of the released payload, hex. */
        payloadDigest?: string;
        durationMs: number;
      }
    >
  /** A request that could not be read at all, so that nothing was decided. `reason` is the error's code, `field` the part of the input. */
  | Change<
      "access.rejected",
      {
        agentId: string;
        keyId: string;
        door: "read" | "evaluation" | "mcp" | "message" | "hold" | "release";
        reason: string;
        field?: string;
      }
    >
  | Change<
      "access.unauthenticated",
      {
        agentId?: string;
        keyId?: string;
        reason: "key_missing" | "key_unknown" | "key_expired" | "key_revoked" | "dispatcher_key_unknown";
      }
    >;

export type AuditEvent =
  | PeopleEvent
  | CatalogEvent
  | AgentEvent
  | ScopeEvent
  | AccessEvent
  | ReviewDomainEvent
  | VendorDomainEvent
  | AuthzenEvent
  | AccessReviewEvent
  | WideningEvent
  | DecisionDomainEvent
  | LogEvent;
export type AuditAction = AuditEvent["action"];

export type OneOrMore<T> = readonly [T, ...T[]];
