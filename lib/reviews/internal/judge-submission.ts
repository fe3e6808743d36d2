import { assessRisk } from "@/lib/kernel/assess-risk";
import { countApprovals } from "@/lib/kernel/count-approvals";
import { TRIAGE_KINDS, type TriageFinding, type TriageKind, toTriageReason } from "@/lib/kernel/triage-kinds";
import { triageMessage } from "@/lib/kernel/triage-message";
import { tightenPolicy, type TriagePolicy } from "@/lib/kernel/triage-policy";
import { readText } from "@/lib/kernel/triage-reading";
import type { TriageRule } from "@/lib/kernel/triage-rules";
import type { Channel, HoldRisk } from "@/lib/kernel/vocabulary";
import { type HeldContent, toJudgedText } from "@/lib/reviews/held-content";
import { type Proposal, toActionAmount, toActionKind } from "@/lib/reviews/release-payload";
import { askClassifier, type ClassifierAnswer } from "./ask-classifier";
import { getTriageModel } from "./load-triage-model";
import type { ReviewPolicy } from "./load-review-policy";

export type Submitted = {
  content: HeldContent;
  channel: Channel;
  /** ISO 639-1, as the agent said; null when it did not. */
  language: string | null;
  proposal: Proposal | null;
  /** Set when the agent asks for a person by itself; `kind` where it says for what. */
  asked: { kind: TriageKind | null } | null;
};

export type Judgement = {
  /** The highest score first. */
  findings: readonly TriageFinding[];
  /** The graver first; empty when it may proceed. */
  kinds: readonly TriageKind[];
  /** The gravest, or null when it may proceed. */
  kind: TriageKind | null;
  risk: HoldRisk;
  approvalsNeeded: number;
  /** As the agent said or triage read it; null when unclear. */
  language: string | null;
  actionKind: string | null;
  moved: { amount: string; currency: string | null } | null;
  classifier: ClassifierAnswer["said"];
};

type StoredRule = ReviewPolicy["rules"][number];
const compiled = new WeakMap<readonly StoredRule[], readonly TriageRule[]>();

/** Once for each policy, because the kernel remembers what it made of a list of phrases. */
function toRules(stored: readonly StoredRule[]): readonly TriageRule[] {
  const known = compiled.get(stored);
  if (known !== undefined) return known;
  const unlessEmpty = (list: readonly string[]): readonly string[] | undefined =>
    list.length === 0 ? undefined : list;
  const rules = stored.map(
    ({ name, kind, amountMin, currency, ...lists }): TriageRule => ({
      name,
      kind,
      phrases: unlessEmpty(lists.phrases),
      customerFlags: unlessEmpty(lists.customerFlags),
      languages: unlessEmpty(lists.languages),
      actionKinds: unlessEmpty(lists.actionKinds),
      amountMin: amountMin === null ? undefined : { amount: amountMin, currency: currency ?? undefined },
    }),
  );
  compiled.set(stored, rules);
  return rules;
}

function toTriagePolicy({ kindRules, setting, own }: ReviewPolicy): TriagePolicy {
  const thresholds = {
    legal_issue: kindRules.legal_issue.threshold,
    payment_dispute: kindRules.payment_dispute.threshold,
    complaint: kindRules.complaint.threshold,
    unusual_request: kindRules.unusual_request.threshold,
  };
  const base = { thresholds, ordinaryMin: setting.ordinaryMin };
  if (own === null) return base;
  return tightenPolicy(base, {
    thresholds: own.thresholds,
    ...(own.ordinaryMin === null ? {} : { ordinaryMin: own.ordinaryMin }),
  });
}

/** What a text that is not there cannot be held for: an agent that only asks for a person need not say what about. */
function isAboutText({ code, place }: TriageFinding["reasons"][number]): boolean {
  return place === "message" && !code.startsWith("rule_") && code !== "amount_unreadable";
}

function triage(policy: ReviewPolicy, { content, channel, proposal, asked }: Submitted): readonly TriageFinding[] {
  const { thread, customerFlags } = content;
  const newest = thread.findLastIndex(({ from }) => from === "customer");
  const kind = toActionKind(proposal?.action ?? null);
  const moved = toActionAmount(proposal?.action ?? null);
  const { kinds } = triageMessage(
    {
      text: toJudgedText(content),
      earlier: newest === -1 ? thread : thread.slice(0, newest),
      channel,
      ordinaryTopics: policy.topics,
      rules: toRules(policy.rules),
      policy: toTriagePolicy(policy),
      customerFlags,
      action: kind === null ? undefined : { kind, amount: moved?.amount, currency: moved?.currency ?? undefined },
      draft: proposal?.reply ?? undefined,
    },
    getTriageModel(),
  );
  if (asked === null || newest !== -1) return kinds;
  return kinds.flatMap((finding) => {
    const reasons = finding.reasons.filter((reason) => !isAboutText(reason));
    return reasons.length === 0 ? [] : [{ ...finding, reasons }];
  });
}

/** What the agent's own policy and its asking add. */
function findHouseReasons({ own }: ReviewPolicy, { proposal, asked }: Submitted): TriageFinding[] {
  const actionKind = toActionKind(proposal?.action ?? null);
  const unusual = (code: "policy_all" | "policy_action" | "agent_asked", kind: TriageKind = "unusual_request") => ({
    kind,
    score: 1,
    reasons: [toTriageReason(code)],
  });
  return [
    ...(asked === null ? [] : [unusual("agent_asked", asked.kind ?? "unusual_request")]),
    ...(own?.isAllHeld === true ? [unusual("policy_all")] : []),
    ...(actionKind !== null && own?.heldActionKinds.includes(actionKind) === true ? [unusual("policy_action")] : []),
  ];
}

/** One finding for each kind, with every reason for it. */
function join(findings: readonly TriageFinding[]): TriageFinding[] {
  return TRIAGE_KINDS.flatMap((kind): TriageFinding[] => {
    const same = findings.filter((finding) => finding.kind === kind);
    if (same.length === 0) return [];
    const score = Math.max(...same.map((finding) => finding.score));
    return [{ kind, score, reasons: same.flatMap(({ reasons }) => reasons) }];
  }).sort((left, right) => right.score - left.score);
}

function findLanguage({ language, content }: Submitted): string | null {
  if (language !== null) return language;
  const { languages, isMixed } = readText(toJudgedText(content)).languages;
  const [first] = languages;
  return first === undefined || isMixed ? null : first.slice(0, 2);
}

function toJudgement(
  { kindRules, setting, own }: ReviewPolicy,
  submitted: Submitted,
  findings: readonly TriageFinding[],
  classifier: ClassifierAnswer["said"],
): Judgement {
  const { proposal } = submitted;
  const kinds = TRIAGE_KINDS.filter((kind) => findings.some((finding) => finding.kind === kind));
  const reasons = findings.flatMap((finding) => finding.reasons.map(({ code }) => code));
  const moved = toActionAmount(proposal?.action ?? null);
  const actionKind = toActionKind(proposal?.action ?? null);
  const approvalsNeeded = countApprovals({
    least: [own?.approvalsNeeded ?? 1, ...kinds.map((kind) => kindRules[kind].approvalsNeeded)],
    limit: { amount: setting.twoPersonAmount, currency: setting.twoPersonCurrency },
    moved,
    draft: proposal?.reply ?? null,
    reasons,
  });
  return {
    findings,
    kinds,
    kind: kinds[0] ?? null,
    risk: assessRisk({ kinds, reasons, actionKind, hasAmount: moved !== null, approvalsNeeded }),
    approvalsNeeded,
    language: findLanguage(submitted),
    actionKind,
    moved,
    classifier,
  };
}

/** Judges what an agent submits: triage, rules, the agent's own policy and the external classifier, each of which can only add a reason to hold. */
export async function judgeSubmission(policy: ReviewPolicy, submitted: Submitted): Promise<Judgement> {
  const { channel, language, content } = submitted;
  const answer = await askClassifier(policy.setting, { text: toJudgedText(content), channel, language });
  const findings = [...triage(policy, submitted), ...findHouseReasons(policy, submitted), ...answer.findings];
  return toJudgement(policy, submitted, join(findings), answer.said);
}

/** Judges another wording of what is to be done. The customer's words are the same, so the classifier is not asked again. */
export function judgeProposal(policy: ReviewPolicy, submitted: Submitted): Judgement {
  const findings = [...triage(policy, submitted), ...findHouseReasons(policy, submitted)];
  return toJudgement(policy, submitted, join(findings), "not_asked");
}
