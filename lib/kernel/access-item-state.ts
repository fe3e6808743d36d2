import type { Role } from "./vocabulary";

/** What an access review goes through. */
export const ACCESS_ITEM_KINDS = ["agent", "scope", "roles"] as const;
export type AccessItemKind = (typeof ACCESS_ITEM_KINDS)[number];

export const ACCESS_DECISIONS = ["keep", "narrow", "revoke"] as const;
export type AccessDecision = (typeof ACCESS_DECISIONS)[number];
/** `suspended` and `not_possible` come from the clock: nothing is ever kept because nobody answered. */
export type AccessItemOutcome = AccessDecision | "suspended" | "not_possible";

export const ACCESS_FLAGS = ["sponsor_absent", "no_live_scope", "not_signed_in_lately", "several_roles"] as const;
export type AccessFlag = (typeof ACCESS_FLAGS)[number];

export type AccessItemFacts = {
  kind: AccessItemKind;
  outcome: AccessItemOutcome | null;
  /** The roles in question are the viewer's own. */
  isOwn: boolean;
  viewerRoles: readonly Role[];
};
export type AccessItemPermit = { ok: true } | { ok: false; why: string };

/** One table for the server's refusal and the button's explanation. */
export function accessItemCan(
  verb: AccessDecision | "hand_over",
  { kind, outcome, isOwn, viewerRoles }: AccessItemFacts,
): AccessItemPermit {
  const refuse = (why: string): AccessItemPermit => ({ ok: false, why });
  if (outcome !== null) return refuse("It is decided already.");
  if (kind === "roles" && !viewerRoles.includes("admin")) return refuse("An admin decides about people's roles.");
  if (kind === "roles" && isOwn && verb !== "hand_over")
    return refuse("These are your own roles: another admin decides.");
  if (kind === "agent" && verb === "narrow") return refuse("An agent is narrowed scope by scope.");
  if (kind === "scope" && verb !== "keep" && verb !== "hand_over" && !viewerRoles.includes("steward"))
    return refuse("A steward changes scopes: hand it over to one.");
  return { ok: true };
}
