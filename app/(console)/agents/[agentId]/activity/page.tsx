import type { Metadata } from "next";
import { AgentFrame } from "@/app/(console)/agents/[agentId]/agent-frame";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { EventLines } from "@/components/overview/event-lines";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { getAgent } from "@/lib/agents/get-agent";
import { searchEvents } from "@/lib/audit/search-events";

export const metadata: Metadata = { title: "Activity of an agent" };

export default async function AgentActivityPage({ params }: { params: Promise<{ agentId: string }> }) {
  const ctx = await requireContext("audit:read");
  const agent = await foundOr404(getAgent(ctx, (await params).agentId));
  const { rows } = await searchEvents(ctx, { agentId: agent.id });
  return (
    <AgentFrame ctx={ctx} agent={agent}>
      <Section
        title="Newest events"
        description="What it asked for and was told, and what people did to it."
        actions={<ButtonLink href={paths.audit({ agent: agent.id })}>All of it in the audit log</ButtonLink>}
      >
        <Card padding="none">
          <EventLines lines={rows.map((event) => ({ ...event, href: paths.event(event.id) }))} />
        </Card>
      </Section>
    </AgentFrame>
  );
}
