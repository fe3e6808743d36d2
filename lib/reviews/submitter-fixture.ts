import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { grantTestScope, type TestData } from "@/lib/gateway/gateway-fixture";
import { testAgent, testContext } from "@/lib/identity/test-contexts";
import type { AgentId, AgentKeyId, PersonId } from "@/lib/kernel/ids";
import { approveHeldItem } from "./approve-held-item";
import { claimHeldItem } from "./claim-held-item";
import { getHeldItem } from "./get-held-item";
import { getHold } from "./get-hold";
import { addReviewer } from "./reviews-fixture";
import { submitMessage } from "./submit-message";

const OURSELVES = { kind: "system", process: "cli" } as const;

export type Submitter = {
  agentId: AgentId;
  keyId: AgentKeyId;
  key: string;
  sponsorId: PersonId;
  ctx: (now?: Date) => ReturnType<typeof testAgent>;
};

/** An active agent that may read nothing, with a key. */
export async function addSubmitter(): Promise<Submitter> {
  const [ownerId, sponsorId] = [await addTestPerson(), await addTestPerson()];
  const agentId = await addTestAgent(ownerId, sponsorId);
  const { keyId, key } = await issueAgentKey(testContext(OURSELVES), { agentId, label: "test", daysValid: 1 });
  return { agentId, keyId, key, sponsorId, ctx: (now) => testAgent(agentId, keyId, now) };
}

/** The same that may read a dataset `customers`. */
export async function addReadingSubmitter(data: TestData): Promise<Submitter> {
  const agent = await addSubmitter();
  await grantTestScope(agent.agentId, data, { dataset: "customers", fields: { id: "clear" } });
  return agent;
}

export const COMPLAINT =
  "This is the third time that my parcel is broken. I am very disappointed and I want to complain.";
export const ORDINARY = "Hello, could you tell me your opening hours on Saturday, please? Thank you.";

/** A hold of the agent with a refund, waiting. */
export async function holdRefund(agent: Submitter, amount = "40.00"): Promise<string> {
  const answer = await submitMessage(agent.ctx(), {
    text: COMPLAINT,
    channel: "email",
    reply: "We are sorry that the parcel was broken.",
    action: { type: "refund", amount, currency: "EUR" },
  });
  if (answer.outcome !== "held") throw new Error("the test's message was not held");
  return answer.holdId;
}

/** Approves a hold as a reviewer does, and returns what its agent is told. */
export async function approveAsReviewer(agent: Submitter, itemId: string, edited?: unknown) {
  const reviewer = (await addReviewer()).ctx();
  await claimHeldItem(reviewer, { itemId });
  const { revision, proposals } = await getHeldItem(reviewer, itemId);
  const digest = proposals.at(-1)?.digest ?? "";
  await approveHeldItem(reviewer, { itemId, revision, digest, ...(edited === undefined ? {} : { edited }) });
  const { release } = await getHold(agent.ctx(), { holdId: itemId });
  if (release === null) throw new Error("the test's hold has no release");
  return release;
}
