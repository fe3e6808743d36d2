import { toFlagWords } from "@/components/access-reviews/access-review-words";
import type { DecisionChoice } from "@/components/access-reviews/item-decisions";
import type { AccessItemRow } from "@/lib/access-reviews/get-access-review";
import { type AccessDecision, accessItemCan } from "@/lib/kernel/access-item-state";

const REVOKE_EFFECTS = {
  agent: "The agent is suspended at once: each of its requests is refused until somebody resumes it.",
  scope: "The scope ends at once and cannot be brought back.",
  roles: "The person can no longer sign in, from now on.",
} as const;

const ENDING = ["never_used", "unused", "unbounded"];

/** What narrowing means for the kind: one choice for each flag that one click can do something about, or each role. */
function toNarrowings({
  facts,
  flags,
  roles,
}: AccessItemRow): Pick<DecisionChoice, "key" | "label" | "effect" | "fields">[] {
  if (facts.kind === "scope") {
    return flags
      .filter((flag) => !ENDING.includes(flag))
      .map((finding) => ({
        key: finding,
        label: `Narrow: ${toFlagWords(finding)}`,
        effect: "What its page of findings proposes about this is done at once.",
        fields: { finding },
      }));
  }
  if (facts.kind !== "roles" || roles.length < 2) return [];
  return roles.map((role) => ({
    key: role,
    label: `Take ${role} away`,
    effect: "The person's sessions end, and the other roles stay.",
    fields: { roles: roles.filter((one) => one !== role).join(",") },
  }));
}

/** The buttons of an item, each closed with its reason where the state table says so. */
export function toChoices(item: AccessItemRow): DecisionChoice[] {
  const why = (verb: AccessDecision): string | null => {
    const permit = accessItemCan(verb, item.facts);
    return permit.ok ? null : permit.why;
  };
  return [
    {
      key: "keep",
      label: "Keep",
      effect: "It stays as it is.",
      tone: "primary",
      fields: { decision: "keep" },
      disabledReason: why("keep"),
    },
    ...toNarrowings(item).map(
      ({ fields, ...choice }): DecisionChoice => ({
        ...choice,
        tone: "primary",
        fields: { decision: "narrow", ...fields },
        disabledReason: why("narrow"),
      }),
    ),
    {
      key: "revoke",
      label: "Revoke",
      effect: REVOKE_EFFECTS[item.facts.kind],
      tone: "danger",
      fields: { decision: "revoke" },
      disabledReason: why("revoke"),
    },
  ];
}
