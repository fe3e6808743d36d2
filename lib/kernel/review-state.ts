import type { HoldState } from "./vocabulary";

export const REVIEW_VERBS = [
  "claim",
  "let_go",
  "approve",
  "reject",
  "ask",
  "hand_over",
  "take_over",
  "withdraw",
  "expire",
  "redeem",
  "report",
] as const;
export type ReviewVerb = (typeof REVIEW_VERBS)[number];

type Permit = { ok: true; to: HoldState } | { ok: false; why: string };

const TO = (to: HoldState): Permit => ({ ok: true, to });
const NO = (why: string): Permit => ({ ok: false, why });

const UNCLAIMED = NO("Nobody has claimed it: claim it first.");
const DECIDED = NO("It is decided already.");
const RELEASED = NO("It is approved already, and the agent has its release.");
const EXECUTED = NO("It is done already.");
const EXPIRED = NO("Its time ran out: the agent was told so.");
const WITHDRAWN = NO("The agent withdrew it.");

const ended = (why: Permit): Readonly<Record<ReviewVerb, Permit>> => ({
  claim: why,
  let_go: why,
  approve: why,
  reject: why,
  ask: why,
  hand_over: why,
  take_over: why,
  withdraw: why,
  expire: why,
  redeem: why,
  report: why,
});

/** The one state table of a held item. An approval leads to `released` once enough people gave it; until then back to `open`. */
const TABLE: { readonly [S in HoldState]: Readonly<Record<ReviewVerb, Permit>> } = {
  open: {
    claim: TO("claimed"),
    let_go: UNCLAIMED,
    approve: UNCLAIMED,
    reject: UNCLAIMED,
    ask: UNCLAIMED,
    hand_over: UNCLAIMED,
    take_over: UNCLAIMED,
    withdraw: TO("withdrawn"),
    expire: TO("expired"),
    redeem: NO("It waits for a person."),
    report: NO("It waits for a person."),
  },
  claimed: {
    claim: TO("claimed"),
    let_go: TO("open"),
    approve: TO("released"),
    reject: TO("decided"),
    ask: TO("claimed"),
    hand_over: TO("open"),
    take_over: TO("decided"),
    withdraw: TO("withdrawn"),
    expire: TO("expired"),
    redeem: NO("A person is looking at it."),
    report: NO("A person is looking at it."),
  },
  decided: ended(DECIDED),
  released: {
    ...ended(RELEASED),
    expire: TO("expired"),
    redeem: TO("released"),
    report: TO("executed"),
  },
  executed: ended(EXECUTED),
  expired: ended(EXPIRED),
  withdrawn: ended(WITHDRAWN),
};

/** Whether the verb is possible in the state, and the state after it or the sentence why not. */
export function reviewCan(verb: ReviewVerb, state: HoldState): Permit {
  return TABLE[state][verb];
}

/** States in which a person is still waited for. */
export function isWaiting(state: HoldState): boolean {
  return state === "open" || state === "claimed";
}
