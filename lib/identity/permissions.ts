import type { Role } from "@/lib/kernel/vocabulary";

/** Who can be allowed something: a role of a person, an agent, a tenant, a dispatcher, one of our own processes, or nobody in particular. */
export type Principal = Role | "agent" | "tenant" | "dispatcher" | "system" | "anonymous";

const EVERY_ROLE = ["admin", "steward", "reviewer", "compliance"] as const;

/**
 * The one list of what may be done and by whom. A permission that is not here does not exist; a principal that is not listed is refused.
 * docs/reference/permissions.md and the role matrix test are made from it.
 */
export const PERMISSIONS = {
  "overview:read": EVERY_ROLE,
  "person:read": ["admin", "compliance"],
  "person:write": ["admin", "system"],
  /** Names and e-mails of colleagues, to choose an owner or a sponsor. */
  "person:choose": ["admin", "steward"],
  "session:start": ["anonymous"],
  /** One's own sessions. */
  "session:read": EVERY_ROLE,
  "session:refresh": EVERY_ROLE,
  "session:end": EVERY_ROLE,
  "session:expire": ["system"],
  "one_time_link:use": ["anonymous"],
  "catalog:read": ["admin", "steward", "compliance"],
  "catalog:write": ["steward", "system"],
  "discovery:run": ["system"],
  "agent:read": EVERY_ROLE,
  "agent:write": ["steward", "system"],
  "agent:suspend": ["admin", "steward", "system"],
  "agent_key:write": ["steward", "system"],
  "dispatcher_key:read": ["admin", "steward", "compliance"],
  "dispatcher_key:write": ["steward", "system"],
  /** Opening and closing one's own cases. */
  "case:open": ["dispatcher"],
  "case:read": ["admin", "steward", "compliance"],
  "scope:read": ["admin", "steward", "compliance"],
  "scope:write": ["steward", "system"],
  /** Counts of past days. */
  "cap:tidy": ["system"],
  "scope:preview": ["steward"],
  /** What nobody answered for. */
  "scope:expire": ["system"],
  /** What would be decided, and who sees what; nothing is read. */
  "access:try": ["admin", "steward", "compliance"],
  "widening:read": ["admin", "steward", "compliance"],
  /** As the second person; switching the two-person rule off takes an admin's. */
  "widening:decide": ["admin", "steward"],
  "access_review:read": ["admin", "steward", "compliance"],
  "access_review:start": ["admin", "compliance"],
  "access_review:decide": ["admin", "steward"],
  /** What nobody answered in time. */
  "access_review:clock": ["system"],
  "access_settings:read": EVERY_ROLE,
  "access_settings:write": ["admin"],
  "audit:read": ["admin", "compliance"],
  "gateway:read": ["agent"],
  /** Programs that ask about their own subjects and resources, by rules that a steward loads. */
  "tenant:ask": ["tenant"],
  "tenant:read": ["admin", "steward", "compliance"],
  "tenant:write": ["steward", "system"],
  /** An agent's messages, holds and releases: its own. */
  "hold:write": ["agent"],
  "hold:read": ["agent"],
  "release:redeem": ["agent"],
  /** The inbox, with customers' values masked. */
  "review:read": ["reviewer", "compliance"],
  "review:decide": ["reviewer"],
  "review:reveal": ["reviewer"],
  /** Deadlines, lapsed claims, expired releases. */
  "review:clock": ["system"],
  "release:revoke": ["admin", "steward"],
  "triage:read": EVERY_ROLE,
  "triage:write": ["steward"],
  "triage:try": ["admin", "steward"],
  "example:export": ["steward"],
  "review_settings:read": EVERY_ROLE,
  "review_settings:write": ["admin"],
  "quality:read": EVERY_ROLE,
  "second_look:give": ["reviewer"],
  /** One's own notices. */
  "notice:read": EVERY_ROLE,
  "notice:write": EVERY_ROLE,
  "notice:send": ["system"],
  "webhook:read": ["admin", "compliance"],
  "webhook:write": ["admin"],
  "webhook:deliver": ["system"],
  "alert:read": EVERY_ROLE,
  "alert:close": ["admin", "steward", "compliance"],
  "vendor:read": ["admin", "steward", "compliance"],
  "vendor:write": ["steward", "system"],
  /** Decisions and exceptions: by somebody who filled in nothing of it. */
  "vendor:approve": ["admin", "steward"],
  /** The checklist that comes with Gatehouse. */
  "checklist:install": ["system"],
  "checklist:write": ["steward"],
  /** A vendor that answers by its link. */
  "vendor_link:use": ["anonymous"],
  /** Reminders and lapses. */
  "vendor:clock": ["system"],
  "freeze:read": EVERY_ROLE,
  "freeze:write": ["admin", "steward"],
  /** Proposing and approving, by two people. */
  "freeze:lift": ["admin"],
  "freeze:drill": ["admin"],
  /** Checkpoints, tiles and public keys: hashes only, for anybody who wants to check. */
  "log:read": [...EVERY_ROLE, "agent", "tenant", "system", "anonymous"],
  "log:state": EVERY_ROLE,
  "log:acknowledge": ["admin", "compliance"],
  "log:verify": ["admin", "compliance", "system"],
  "subject:trace": ["admin", "compliance"],
  "audit_view:read": ["admin", "compliance"],
  "audit_view:write": ["admin", "compliance"],
  "audit:export": ["admin", "compliance"],
  "audit:export_run": ["system"],
  "audit_stream:read": ["admin", "compliance"],
  "audit_stream:write": ["admin"],
} as const satisfies Record<string, readonly Principal[]>;

export type Permission = keyof typeof PERMISSIONS;
