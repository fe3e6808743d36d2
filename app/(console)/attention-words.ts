import type { AttentionItem } from "@/components/overview/attention-list";
import type { Attention } from "@/lib/insights/list-attention";
import { explainReason } from "@/lib/kernel/reasons";
import { assertNever } from "@/lib/kernel/assert-never";
import { toAlertTitle } from "./alert-words";
import { paths } from "./paths";

const fieldsWord = (count: number) => (count === 1 ? "1 field" : `${count} fields`);

/** What an item says and where its next step is. */
export function toAttentionItem(item: Attention): AttentionItem {
  switch (item.kind) {
    case "items_waiting":
      return {
        key: "items",
        icon: "held",
        tone: item.overdue > 0 ? "danger" : "warn",
        title: item.count === 1 ? "1 held item waits for you" : `${item.count} held items wait for you`,
        detail: item.overdue > 0 ? `${item.overdue} of them overdue; the first was due` : "The first is due",
        at: item.first.at,
        href: paths.heldItem(item.first.itemId),
        todo: "Open the first",
      };
    case "item_asked":
      return {
        key: `asked-${item.itemId}`,
        icon: "held",
        tone: "warn",
        title: `${item.by} asks you about a held item`,
        detail: "It was asked",
        at: item.at,
        href: paths.heldItem(item.itemId),
        todo: "Answer",
      };
    case "widenings_waiting":
      return {
        key: "widenings",
        icon: "person",
        tone: "warn",
        title: item.count === 1 ? "1 widening waits for you" : `${item.count} widenings wait for you`,
        detail: "The first was proposed",
        at: item.at,
        href: paths.widenings(),
        todo: "Decide",
      };
    case "access_items_asked":
      return {
        key: `access-${item.reviewId}`,
        icon: "person",
        tone: "warn",
        title: `${item.review}: you are asked about ${item.count === 1 ? "1 item" : `${item.count} items`}`,
        detail: "What nobody answers is suspended. It is due",
        at: item.at,
        href: paths.accessReview(item.reviewId),
        todo: "Answer",
      };
    case "alert_open":
      return {
        key: `alert-${item.alertId}`,
        icon: "alert",
        tone: "danger",
        title: toAlertTitle(item.topic, item.agent),
        detail: "It was noticed",
        at: item.at,
        href: paths.alerts(),
        todo: "Look into it",
      };
    case "sponsor_absent":
      return {
        key: `sponsor-${item.agentId}`,
        icon: "person",
        tone: "danger",
        title: `Nobody answers for ${item.agent}`,
        detail: `Its sponsor ${item.sponsor} is not active, so every request of it is refused.`,
        href: paths.changeAgent(item.agentId),
        todo: "Name a sponsor",
      };
    case "vendor_closed": {
      const { sentence } = explainReason(item.obstacle, item.it ?? undefined);
      const isOne = item.agents === 1;
      return {
        key: `vendor-${item.vendorId}`,
        icon: "vendor",
        tone: "danger",
        title: `${isOne ? "The agent" : `${item.agents} agents`} of ${item.vendor} ${isOne ? "is" : "are"} refused`,
        detail: sentence,
        href: paths.vendor(item.vendorId),
        todo: "Open the vendor",
      };
    }
    case "vendor_ending":
      return {
        key: `vendor-end-${item.vendorId}`,
        icon: "time",
        tone: item.isInGrace ? "danger" : "warn",
        title: item.isInGrace ? `${item.vendor} goes on in grace only` : `The clearance of ${item.vendor} ends soon`,
        detail: item.willClose ? "Its agents are refused" : "Its agents may touch less, or go on in grace",
        at: item.at,
        href: paths.vendor(item.vendorId),
        todo: "Renew or let it end",
      };
    case "vendor_musts_open":
      return {
        key: `musts-${item.assessmentId}`,
        icon: "vendor",
        tone: "warn",
        title: `${item.count === 1 ? "1 must" : `${item.count} musts`} of ${item.vendor} ${item.count === 1 ? "is" : "are"} open`,
        detail: "Without a good answer only an exception bears it.",
        href: paths.assessment(item.assessmentId),
        todo: "Open the assessment",
      };
    case "assessment_waiting":
      return {
        key: `assessment-${item.assessmentId}`,
        icon: "vendor",
        tone: "warn",
        title: `The assessment of ${item.vendor} waits for a decision`,
        detail: "It was submitted",
        at: item.at,
        href: paths.assessment(item.assessmentId),
        todo: "Decide",
      };
    case "vendor_change_waiting":
      return {
        key: `change-${item.vendorId}-${item.at.getTime()}`,
        icon: "vendor",
        tone: "warn",
        title: `A change of ${item.vendor} waits for a second person`,
        detail: "It lets agents do more, or for longer. It was proposed",
        at: item.at,
        href: paths.vendor(item.vendorId),
        todo: "Look at it",
      };
    case "discovery_failed":
      return {
        key: `discovery-${item.sourceId}`,
        icon: "source",
        tone: "danger",
        title: `The discovery of ${item.source} failed`,
        detail: item.sentence ?? "It ended without saying why.",
        at: item.at,
        href: paths.source(item.sourceId),
        todo: "Open the source",
      };
    case "source_failing":
      return {
        key: `source-${item.sourceId}`,
        icon: "source",
        tone: "danger",
        title: `${item.source} cannot be read`,
        detail: `The last test ended with ${item.code},`,
        at: item.at,
        href: paths.source(item.sourceId),
        todo: "Open the source",
      };
    case "fields_changed":
      return {
        key: `changed-${item.datasetId}`,
        icon: "field",
        tone: "warn",
        title: `${fieldsWord(item.count)} of ${item.dataset} changed in the source`,
        detail: "Agents were granted them and get them no longer until a person looks.",
        href: paths.dataset(item.datasetId),
        todo: "Look at the fields",
      };
    case "scope_ending":
      return {
        key: `scope-${item.scopeId}`,
        icon: "time",
        tone: "warn",
        title: `The scope of ${item.agent} on ${item.dataset} ends soon`,
        detail: "It ends",
        at: item.at,
        href: paths.scope(item.scopeId),
        todo: "Renew or let it end",
      };
    case "key_ending":
      return {
        key: `key-${item.agentId}-${item.label}`,
        icon: "key",
        tone: "warn",
        title: `The key ${item.label} of ${item.agent} ends soon`,
        detail: "It ends",
        at: item.at,
        href: paths.agentKeys(item.agentId),
        todo: "Issue a new one",
      };
    case "fields_unconfirmed": {
      const isOne = item.datasets === 1;
      return {
        key: "unconfirmed",
        icon: "field",
        tone: "neutral",
        title: `${fieldsWord(item.count)} ${isOne ? `of ${item.most.dataset}` : `in ${item.datasets} datasets`} ${item.count === 1 ? "waits" : "wait"} for a person's word`,
        detail: `Their categories are suggestions until somebody confirms them.${isOne ? "" : ` ${item.most.dataset} has the most.`}`,
        href: isOne ? paths.dataset(item.most.datasetId) : paths.data(),
        todo: "Look at the fields",
      };
    }
    default:
      return assertNever(item);
  }
}
