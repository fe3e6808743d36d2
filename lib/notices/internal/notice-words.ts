import { KIND_WORDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import type { NoticeTopic } from "@/lib/kernel/vocabulary";

type Words = {
  /** A mail's subject: about every item of the topic alike. */
  subject: string;
  /** What happened, of "a payment dispute held for Refund Bot" or a vendor's name. */
  sentence: (what: string) => string;
  /** Several of them in a digest. */
  several: (count: number) => string;
};

const vendors = (count: number) => (count === 1 ? "1 vendor" : `${count} vendors`);
const items = (count: number) => (count === 1 ? "1 held item" : `${count} held items`);

/** What people read in mails. None of it comes from a customer. */
export const NOTICE_WORDS: { readonly [T in NoticeTopic]: Words } = {
  item_waiting: {
    subject: "A held item waits for a decision",
    sentence: (what) => `${what} waits for a decision.`,
    several: (count) => `${items(count)} waiting for a decision`,
  },
  item_due_soon: {
    subject: "A held item must be decided soon",
    sentence: (what) => `${what} must be decided soon.`,
    several: (count) => `${items(count)} to be decided soon`,
  },
  item_escalated: {
    subject: "You are called: a held item is still undecided",
    sentence: (what) => `${what} is still undecided, and you are called.`,
    several: (count) => `${items(count)} for which you were called`,
  },
  item_expired: {
    subject: "A held item ran out of time",
    sentence: (what) => `${what} ran out of time: it counts as rejected.`,
    several: (count) => `${items(count)} out of time`,
  },
  item_handed_over: {
    subject: "A held item was handed over to you",
    sentence: (what) => `${what} was handed over to you.`,
    several: (count) => `${items(count)} handed over to you`,
  },
  item_asked: {
    subject: "A colleague asks you about a held item",
    sentence: (what) => `A colleague asks you about ${what}.`,
    several: (count) => `${items(count)} about which you were asked`,
  },
  item_answered: {
    subject: "Your question about a held item was answered",
    sentence: (what) => `Your question about ${what} was answered.`,
    several: (count) => `${items(count)} about which you were answered`,
  },
  release_not_executed: {
    subject: "An approved action was not carried out",
    sentence: (what) => `What was approved for ${what} was not carried out, or nobody has said how it went.`,
    several: (count) => `${items(count)} approved and not carried out, or not reported`,
  },
  release_failed: {
    subject: "An approved action failed",
    sentence: (what) => `What was approved for ${what} could not be carried out.`,
    several: (count) => `${items(count)} approved and failed`,
  },
  vendor_ending: {
    subject: "Something of a vendor ends soon",
    sentence: (what) =>
      `Something that the clearance of ${what} rests on ends soon: its agents are refused from then on.`,
    several: (count) => `${vendors(count)} of whom something ends soon`,
  },
  vendor_in_grace: {
    subject: "A vendor's period of grace runs",
    sentence: (what) =>
      `The clearance of ${what} has ended, and a period of grace runs: after it its agents are refused.`,
    several: (count) => `${vendors(count)} in a period of grace`,
  },
  vendor_lapsed: {
    subject: "A vendor is not cleared any more",
    sentence: (what) => `The clearance of ${what} has lapsed: its agents are refused.`,
    several: (count) => `${vendors(count)} not cleared any more`,
  },
};

/** "a complaint held for Refund Bot". */
export function toWhat(kind: TriageKind, agentName: string): string {
  return `${KIND_WORDS[kind]} held for ${agentName}`;
}
