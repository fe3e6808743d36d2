import { authenticateAgentKey } from "@/lib/agents/authenticate-agent-key";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { revokeAgentKey } from "@/lib/agents/revoke-agent-key";
import { reader } from "@/lib/db/reader";
import { newContext, newSystemContext } from "@/lib/identity/new-context";
import { requestHold } from "@/lib/reviews/request-hold";
import { submitMessage } from "@/lib/reviews/submit-message";
import { DEMO_MESSAGES, type DemoMessage } from "./demo-messages";

function toInput({ thread, channel, caseName, customerFlags, reply, action }: DemoMessage) {
  return {
    thread: thread.map((turn) => ({ ...turn })),
    channel,
    case: caseName,
    ...(customerFlags !== undefined && { customerFlags: [...customerFlags] }),
    ...(reply !== null && { reply }),
    ...(action !== undefined && { action }),
  };
}

/** Hands the messages over as the agent itself would, with a key that lives for this alone. */
async function submitAs(agentId: string, messages: readonly DemoMessage[]): Promise<void> {
  const ctx = newSystemContext("start");
  const { keyId, key } = await issueAgentKey(ctx, { agentId, label: "Messages of the demo company", daysValid: 1 });
  try {
    const actor = await authenticateAgentKey(key);
    if (actor === null) throw new Error("the demo company's agent is not known by the key that it was just given");
    for (const message of messages) {
      const how = { idempotencyKey: `demo-${message.caseName}` };
      const input = toInput(message);
      if (message.asks === undefined) await submitMessage(newContext(actor), input, how);
      else await requestHold(newContext(actor), { ...input, note: message.asks }, how);
    }
  } finally {
    await revokeAgentKey(newSystemContext("start"), { keyId });
  }
}

/** What waits in the inbox of the demo company at first: submitted through the gate's own verbs, judged by triage. Run again, it adds nothing. */
export async function submitDemoMessages(): Promise<void> {
  for (const name of new Set(DEMO_MESSAGES.map(({ agent }) => agent))) {
    const agent = await reader().agent.findUniqueOrThrow({ where: { name }, select: { id: true } });
    await submitAs(
      agent.id,
      DEMO_MESSAGES.filter((message) => message.agent === name),
    );
  }
}
