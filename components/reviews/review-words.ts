import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type {
  AlertTopic,
  Channel,
  HoldRisk,
  HoldState,
  NoticeMode,
  NoticeTopic,
  RejectPreset,
  ReleaseState,
  ReviewVerdict,
  WebhookTopic,
} from "@/lib/kernel/vocabulary";

export const KIND_WORDS: Readonly<Record<TriageKind, { word: string; help: string }>> = {
  legal_issue: { word: "Legal issue", help: "A lawyer, a court, an authority, a claim for damages, data protection." },
  payment_dispute: {
    word: "Payment dispute",
    help: "Money back, a charge that is denied, a chargeback, a wrong bill.",
  },
  complaint: { word: "Complaint", help: "The customer says that something was done badly." },
  unusual_request: { word: "Unusual request", help: "Far from what the agent is for, or not clear enough." },
};

export const RISK_WORDS: Readonly<Record<HoldRisk, string>> = {
  low: "Low risk",
  medium: "Medium risk",
  high: "High risk",
};

export const STATE_WORDS: Readonly<Record<HoldState, string>> = {
  open: "Waiting",
  claimed: "Claimed",
  decided: "Decided",
  released: "Released",
  executed: "Executed",
  expired: "Expired",
  withdrawn: "Withdrawn",
};

export const VERDICT_WORDS: Readonly<Record<ReviewVerdict, string>> = {
  approved: "Approved",
  edited: "Edited and approved",
  rejected: "Rejected",
  taken_over: "Taken over",
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  email: "E-mail",
  chat: "Chat",
  phone: "Phone",
  form: "Form",
  letter: "Letter",
  social: "Social media",
  other: "Another way",
};

/** As the agent is told; the reviewer's own words follow. */
export const PRESET_WORDS: Readonly<Record<RejectPreset, { word: string; help: string }>> = {
  wrong_facts: { word: "Wrong facts", help: "The draft says something that is not so." },
  wrong_tone: { word: "Wrong tone", help: "Right in substance; not as we speak to customers." },
  not_allowed: { word: "Not allowed", help: "We do not do this, or not in this case." },
  needs_more_information: { word: "Needs more information", help: "Nobody can decide on what is here." },
  customer_is_answered_otherwise: { word: "Answered otherwise", help: "The customer has an answer already." },
  other: { word: "Another reason", help: "Say which: the agent reads your words." },
};

export const RELEASE_WORDS: Readonly<Record<ReleaseState, string>> = {
  issued: "Issued: the agent has not fetched it yet",
  redeemed: "Redeemed: the agent is doing it",
  executed: "Executed",
  failed: "Failed: the agent could not do it",
  expired: "Expired: the agent did not fetch it in time",
  revoked: "Revoked",
};

/** What an alert means for the customer, and what to look for. */
export const ALERT_HELP: Readonly<Record<AlertTopic, string>> = {
  release_not_executed: "The agent did not fetch the release in time: the customer has no answer yet.",
  release_not_reported: "The agent fetched the release and reported no outcome: look whether it was done.",
  release_failed: "The agent reports that it could not do it: the customer has no answer yet.",
  cap_near: "Four fifths of a cap of its day are used: see on its page by what, and whether that is its work.",
  cap_reached: "It asked for more than its day holds and got nothing: see whether that is its work, or harvesting.",
  webhook_failing: "Its address refuses or does not answer: what it missed is in its delivery log.",
};

export const NOTICE_MODE_WORDS: Readonly<Record<NoticeMode, { label: string; help: string }>> = {
  each: { label: "One by one", help: "A mail for each notice, at once." },
  digest: { label: "Collected", help: "One mail with everything since the last." },
  off: { label: "No mail", help: "Notices stand here and in the inbox only." },
};

export const NOTICE_WORDS: Readonly<Record<NoticeTopic, string>> = {
  item_waiting: "An item waits for you",
  item_due_soon: "An item is due soon",
  item_escalated: "An item was escalated to you",
  item_expired: "An item's time ran out",
  item_handed_over: "An item was handed over to you",
  item_asked: "A colleague asks you about an item",
  item_answered: "Your question was answered",
  release_not_executed: "What you approved was not done",
  release_failed: "What you approved failed",
  vendor_ending: "Something of a vendor ends soon",
  vendor_in_grace: "A vendor's period of grace runs",
  vendor_lapsed: "A vendor is not cleared any more",
};

export const WEBHOOK_TOPIC_WORDS: Readonly<Record<WebhookTopic, { label: string; help: string }>> = {
  hold_decided: { label: "hold.decided", help: "A person approved, rejected or took over." },
  hold_asked: { label: "hold.asked", help: "A reviewer asks the agent something." },
  hold_expired: { label: "hold.expired", help: "Nobody decided in time: it counts as rejected." },
  hold_withdrawn: { label: "hold.withdrawn", help: "The agent took it back." },
  release_issued: { label: "release.issued", help: "A release is there to be redeemed." },
  release_expired: { label: "release.expired", help: "A release was not redeemed in time." },
  item_waiting: { label: "item.waiting", help: "An item waits for a person." },
  item_due_soon: { label: "item.due_soon", help: "An item's time is nearly over." },
  item_escalated: { label: "item.escalated", help: "The next person was called." },
  alert_raised: { label: "alert.raised", help: "Something went wrong that a person must look into." },
};

const ACTION_WORDS: Readonly<Record<string, string>> = {
  reply: "Reply",
  refund: "Refund",
  cancel_order: "Cancel the order",
};

/** "Refund"; a custom action by its own name: "Change delivery address". */
export function toActionWord(actionKind: string | null): string {
  if (actionKind === null) return "Only a person is asked for";
  const own = actionKind.replaceAll("_", " ");
  return ACTION_WORDS[actionKind] ?? `${own.charAt(0).toUpperCase()}${own.slice(1)}`;
}

const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
  pt: "Portuguese",
  hi: "Hindi",
  it: "Italian",
  nl: "Dutch",
  pl: "Polish",
};
export const LANGUAGE_CODES: readonly string[] = Object.keys(LANGUAGE_WORDS);

/** "German" for `de`; a code that has no word here stays as it is. */
export function toLanguageWord(code: string | null): string {
  return code === null ? "Not clear" : (LANGUAGE_WORDS[code] ?? code);
}

/** "1,250.00 EUR": digits grouped, none lost, because an amount is a decimal string of any length. */
export function toMoneyWords(amount: string | null, currency: string | null): string | null {
  if (amount === null) return null;
  const [whole = "", fraction = ""] = amount.split(".");
  const cents = fraction.replace(/0+$/, "").padEnd(2, "0");
  return `${whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",")}.${cents}${currency === null ? "" : ` ${currency}`}`;
}

/** "Refund, 1,249.00 EUR", "Reply": what would be done. */
export function toEffectWords(item: {
  actionKind: string | null;
  amount: string | null;
  currency: string | null;
}): string {
  return [toActionWord(item.actionKind), toMoneyWords(item.amount, item.currency)]
    .filter((part) => part !== null)
    .join(", ");
}
