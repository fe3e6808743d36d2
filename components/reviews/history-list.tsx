import { RELEASE_WORDS, VERDICT_WORDS } from "@/components/reviews/review-words";
import { RelativeTime } from "@/components/ui/relative-time";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";

type Step = { key: string; at: Date | null; words: string };

/** What happened to an item, oldest first, as far as the item itself says. The log has every step. */
function toSteps(item: HeldItemDetail): Step[] {
  const { release } = item;
  const steps: Step[] = [
    {
      key: "held",
      at: item.createdAt,
      words: item.origin === "agent" ? `${item.agent.name} asked for a person` : "Triage held it",
    },
    ...item.proposals
      .filter(({ author }) => author !== null)
      .map((each) => ({
        key: each.id,
        at: each.at,
        words: `${each.author} edited the draft (version ${each.number})`,
      })),
    ...item.approvalsBy.map((each, index) => ({
      key: `${each.person}-${each.digest}`,
      at: each.at,
      words: `${each.person} approved it, ${index + 1} of ${item.approvalsNeeded}`,
    })),
  ];
  if (item.verdict !== null && item.decidedAt !== null && item.verdict !== "approved" && item.verdict !== "edited") {
    steps.push({
      key: "decided",
      at: item.decidedAt,
      words: `${VERDICT_WORDS[item.verdict]} by ${item.decidedBy?.name ?? "nobody"}`,
    });
  }
  if (release?.redeemedAt)
    steps.push({ key: "redeemed", at: release.redeemedAt, words: `${item.agent.name} fetched the release` });
  if (release?.outcomeAt) steps.push({ key: "outcome", at: release.outcomeAt, words: RELEASE_WORDS[release.state] });
  return steps.toSorted((left, right) => (left.at?.getTime() ?? 0) - (right.at?.getTime() ?? 0));
}

export function HistoryList({ item }: { item: HeldItemDetail }) {
  return (
    <ol className="space-y-1 text-sm">
      {toSteps(item).map((step) => (
        <li key={step.key} className="flex flex-wrap gap-x-3">
          <span className="min-w-0 flex-1">{step.words}</span>
          {step.at !== null && <RelativeTime at={step.at} form="short" className="text-ink-muted" />}
        </li>
      ))}
      {item.release !== null && item.release.outcomeAt === null && (
        <li className="text-ink-muted">{RELEASE_WORDS[item.release.state]}.</li>
      )}
      {item.state === "expired" && item.release === null && (
        <li className="text-ink-muted">Its time ran out without a decision. That counts as rejected.</li>
      )}
    </ol>
  );
}
