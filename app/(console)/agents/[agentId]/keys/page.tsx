import type { Metadata } from "next";
import { issueAgentKeyAction, revokeAgentKeyAction } from "@/app/(console)/agents/actions";
import { AgentFrame } from "@/app/(console)/agents/[agentId]/agent-frame";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { IssueKeyDialog } from "@/components/agents/issue-key-dialog";
import { KeysTable } from "@/components/agents/keys-table";
import type { KeyState } from "@/components/agents/key-state-badge";
import { CodeBlock } from "@/components/ui/code-block";
import { Section } from "@/components/ui/section";
import { getAgent } from "@/lib/agents/get-agent";
import { type AgentKeyRow, listAgentKeys } from "@/lib/agents/list-agent-keys";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { agentCan } from "@/lib/kernel/agent-state";
import type { AgentId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { listScopes } from "@/lib/scopes/list-scopes";
import { type ExampleRead, toCurlMe, toCurlRead, toMcpConfiguration } from "./connection-examples";

export const metadata: Metadata = { title: "Keys of an agent" };

const SOON_MS = 14 * 86_400_000;

function toKeyState({ status, expiresAt }: AgentKeyRow, now: Date): KeyState {
  if (status !== "live") return status;
  return expiresAt.getTime() - now.getTime() < SOON_MS ? "expiring" : "active";
}

/** A request that this agent's newest live scope would allow; made-up names where there is none or the viewer may not know. */
async function findExampleRead(ctx: RequestContext, agentId: AgentId): Promise<ExampleRead> {
  const scopes = isPermitted(ctx.actor, "scope:read") ? (await listScopes(ctx, { agentId, status: "live" })).rows : [];
  const scope = scopes[0];
  return {
    dataset: scope?.dataset.name ?? "customers",
    purpose: scope?.purposes[0] ?? "customer_support",
    fields: scope?.fields.map((field) => field.name).slice(0, 4) ?? ["name"],
  };
}

export default async function AgentKeysPage({ params }: { params: Promise<{ agentId: string }> }) {
  const ctx = await requireContext("agent:read");
  const agent = await foundOr404(getAgent(ctx, (await params).agentId));
  const [keys, example] = await Promise.all([listAgentKeys(ctx, agent.id), findExampleRead(ctx, agent.id)]);
  const permit = agentCan("issue_key", agent.state);
  const roleReason = whyNot(ctx, "agent_key:write");
  const { gateUrl } = getEnv();
  return (
    <AgentFrame ctx={ctx} agent={agent}>
      <div className="space-y-10">
        <Section
          title="Its keys"
          description="What the agent shows at the gate. Only a fingerprint is stored, so a lost key is replaced, not found."
          actions={
            <IssueKeyDialog
              fields={{ agentId: agent.id }}
              ownerName={agent.name}
              action={issueAgentKeyAction}
              disabledReason={permit.ok ? roleReason : permit.why}
            />
          }
        >
          <KeysTable
            empty="A key says which agent is asking."
            rows={keys.map((key) => ({
              ...key,
              state: toKeyState(key, ctx.now),
              revoke: revokeAgentKeyAction,
              revokeReason: roleReason,
            }))}
          />
        </Section>
        <Section title="Use it" description="With the key in the environment variable GATEHOUSE_KEY.">
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <CodeBlock title="What may I see, with curl" code={toCurlMe(gateUrl)} />
            <CodeBlock title="Read a few rows, with curl" code={toCurlRead(gateUrl, example)} />
            <CodeBlock title="Configuration for an MCP client" code={toMcpConfiguration(gateUrl)} />
          </div>
        </Section>
      </div>
    </AgentFrame>
  );
}
