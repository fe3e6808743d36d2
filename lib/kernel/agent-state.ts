import type { AgentState } from "./vocabulary";

export const AGENT_VERBS = ["activate", "suspend", "resume", "retire", "change", "issue_key", "grant_scope"] as const;
export type AgentVerb = (typeof AGENT_VERBS)[number];

type Permit = { ok: true; to: AgentState } | { ok: false; why: string };

const SAME = (to: AgentState): Permit => ({ ok: true, to });
const NO = (why: string): Permit => ({ ok: false, why });
const RETIRED = NO("A retired agent stays retired; register a new one.");

/** The one state table of an agent: what each verb does in each state, and why not where it does nothing. */
const TABLE: { readonly [S in AgentState]: { readonly [V in AgentVerb]: Permit } } = {
  draft: {
    activate: SAME("active"),
    suspend: NO("It is a draft: it cannot read anything yet."),
    resume: NO("It is a draft: activate it first."),
    retire: SAME("retired"),
    change: SAME("draft"),
    issue_key: SAME("draft"),
    grant_scope: SAME("draft"),
  },
  active: {
    activate: NO("It is active already."),
    suspend: SAME("suspended"),
    resume: NO("It is active already."),
    retire: SAME("retired"),
    change: SAME("active"),
    issue_key: SAME("active"),
    grant_scope: SAME("active"),
  },
  suspended: {
    activate: NO("It is suspended: resume it."),
    suspend: NO("It is suspended already."),
    resume: SAME("active"),
    retire: SAME("retired"),
    change: SAME("suspended"),
    issue_key: SAME("suspended"),
    grant_scope: SAME("suspended"),
  },
  retired: {
    activate: RETIRED,
    suspend: RETIRED,
    resume: RETIRED,
    retire: NO("It is retired already."),
    change: RETIRED,
    issue_key: RETIRED,
    grant_scope: RETIRED,
  },
};

/** Whether the verb is possible in the state, and the state after it or the sentence why not. */
export function agentCan(verb: AgentVerb, state: AgentState): Permit {
  return TABLE[state][verb];
}
