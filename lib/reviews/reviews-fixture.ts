import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import type { StoredEvent } from "@/lib/audit/stored-event";
import { toStoredEvent } from "@/lib/audit/stored-event";
import { reader } from "@/lib/db/reader";
import type { RequestContext } from "@/lib/identity/request-context";
import { testAgent, testContext, testPerson } from "@/lib/identity/test-contexts";
import type { AgentId, AgentKeyId, HeldItemId, PersonId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import type { Role } from "@/lib/kernel/vocabulary";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { approveHeldItem } from "./approve-held-item";
import { claimHeldItem } from "./claim-held-item";
import { requestHold } from "./request-hold";
import { submitMessage } from "./submit-message";

const OURSELVES = { kind: "system", process: "cli" } as const;

export type Reviewer = { personId: PersonId; name: string; ctx: (now?: Date) => RequestContext };

export type ReviewedAgent = {
  agentId: AgentId;
  keyId: AgentKeyId;
  ownerId: PersonId;
  sponsorId: PersonId;
  ctx: (now?: Date) => ReturnType<typeof testAgent>;
};

/** Somebody active who decides about these kinds, all of them where a test does not say. */
export async function addReviewer(
  kinds: readonly TriageKind[] = TRIAGE_KINDS,
  roles: Role[] = ["reviewer"],
): Promise<Reviewer> {
  const personId = await addTestPerson(roles);
  await commitInTest((tx) => tx.person.update({ where: { id: personId }, data: { reviewKinds: [...kinds] } }));
  const { name } = await reader().person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  return { personId, name, ctx: (now) => testPerson(roles, personId, now) };
}

/** An active agent with a key, its owner and its sponsor; both are given where they take part in a test. */
export async function addReviewedAgent(
  people: { ownerId?: PersonId; sponsorId?: PersonId } = {},
): Promise<ReviewedAgent> {
  const ownerId = people.ownerId ?? (await addTestPerson());
  const sponsorId = people.sponsorId ?? (await addTestPerson());
  const agentId = await addTestAgent(ownerId, sponsorId);
  const { keyId } = await issueAgentKey(testContext(OURSELVES), { agentId, label: "test", daysValid: 2 });
  return { agentId, keyId, ownerId, sponsorId, ctx: (now) => testAgent(agentId, keyId, now) };
}

export const COMPLAINT_TEXT = "I am very disappointed: the parcel is broken for the third time and I want to complain.";
export const LEGAL_TEXT = "My lawyer will take legal action and sue your company in court over this.";

type Message = { text?: string; thread?: object[]; reply?: string; action?: object } & Record<string, unknown>;

/** A message of the agent that triage holds. */
export async function holdMessage(agent: ReviewedAgent, message: Message = {}, now?: Date): Promise<HeldItemId> {
  const words = message.thread === undefined ? { text: COMPLAINT_TEXT } : {};
  const answer = await submitMessage(agent.ctx(now), {
    channel: "email",
    reply: "We are sorry about the parcel.",
    ...words,
    ...message,
  });
  if (answer.outcome !== "held") throw new Error("the test's message was not held");
  return answer.holdId;
}

/** The agent asks for a person by itself and proposes nothing, or only an answer: an item of low risk. */
export async function askForPerson(agent: ReviewedAgent, message: Message = {}, now?: Date): Promise<HeldItemId> {
  const { holdId } = await requestHold(agent.ctx(now), {
    channel: "chat",
    note: "I am not sure about this.",
    ...message,
  });
  return holdId;
}

/** What a reviewer has on the screen: the item's revision and the digest of its newest wording. */
export async function see(itemId: string): Promise<{ itemId: string; revision: number; digest: string }> {
  const { revision, proposals } = await reader().heldItem.findUniqueOrThrow({
    where: { id: itemId },
    select: { revision: true, proposals: { orderBy: { number: "desc" }, take: 1, select: { digest: true } } },
  });
  return { itemId, revision, digest: proposals[0]?.digest ?? "0".repeat(64) };
}

/** Claims and approves as it is, or as it is edited. */
export async function approveAs(reviewer: Reviewer, itemId: string, edited?: unknown, now?: Date) {
  await claimHeldItem(reviewer.ctx(now), { itemId });
  const seen = await see(itemId);
  return approveHeldItem(reviewer.ctx(now), { ...seen, ...(edited === undefined ? {} : { edited }) });
}

/** The events about an item, the oldest first. */
export async function listItemEvents(itemId: string): Promise<StoredEvent[]> {
  const rows = await reader().auditEvent.findMany({
    where: { text: { contains: itemId } },
    orderBy: { id: "asc" },
    select: { text: true },
  });
  return rows.map(({ text }) => toStoredEvent(text));
}
