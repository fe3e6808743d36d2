import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { toDifferences } from "@/app/(console)/scopes/change-words";
import { toReasonSentence } from "@/app/(console)/to-reason-sentence";
import { whyNot } from "@/app/(console)/why-not";
import { approveWideningAction, rejectWideningAction, withdrawWideningAction } from "@/app/(console)/widenings/actions";
import { requireContext, type SignedInContext } from "@/app/session";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DifferenceList } from "@/components/ui/difference-list";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { DecideWidening } from "@/components/widenings/decide-widening";
import { ScopeImpactList } from "@/components/widenings/scope-impact";
import { toWideningTitle, WIDENING_STATE_WORDS } from "@/components/widenings/widening-titles";
import { replayScope } from "@/lib/insights/replay-scope";
import { toWideningWords } from "@/lib/kernel/widening-words";
import { type WideningVerb, wideningCan } from "@/lib/kernel/widening-state";
import { getWidening, type WideningDetail } from "@/lib/scopes/get-widening";

export const metadata: Metadata = { title: "Widening" };

function toWords({ kind, changes, loosened, reach }: WideningDetail): string[] {
  if (kind === "rule_off") return ["lets one person alone widen what agents see, from then on"];
  if (kind === "revoke") return loosened.map((purpose) => `lets the other scopes show more for ${purpose}`);
  return changes.flatMap((change) => (change.direction === "widens" ? [toWideningWords(change, reach)] : []));
}

/** Why this person cannot decide so, by the table that the server refuses with. */
function toReason(ctx: SignedInContext, { facts, kind }: WideningDetail, verb: WideningVerb): string | null {
  const role = kind === "rule_off" ? whyNot(ctx, "access_settings:write") : whyNot(ctx, "widening:decide");
  const permit = wideningCan(verb, facts);
  return permit.ok ? role : permit.why;
}

async function Impact({ ctx, widening }: { ctx: SignedInContext; widening: WideningDetail }) {
  const { agent, dataset, scopeId, proposed, kind } = widening;
  if (agent === null || dataset === null) return null;
  const scope = proposed === null ? null : { ...proposed };
  const ids = { agentId: agent.id, datasetId: dataset.id, scopeId: kind === "grant" ? null : scopeId };
  const impact = await replayScope(ctx, { ...ids, scope });
  return (
    <Section title="What it would have done" description="From the use ledger. Nothing is read for it.">
      <ScopeImpactList impact={impact} toSentence={toReasonSentence} />
    </Section>
  );
}

function Facts({ widening }: { widening: WideningDetail }) {
  const { agent, dataset, scopeId, decidedBy, decidedAt, decisionNote } = widening;
  const link = (label: string, href: string, text: string) => ({
    label,
    value: <TextLink href={href}>{text}</TextLink>,
  });
  return (
    <Card title="Facts">
      <KeyValueList
        items={[
          ...(agent === null ? [] : [link("Agent", paths.agent(agent.id), agent.name)]),
          ...(dataset === null ? [] : [link("Dataset", paths.dataset(dataset.id), dataset.name)]),
          ...(scopeId === null ? [] : [link("Scope", paths.scope(scopeId), scopeId.slice(-6))]),
          { label: "Proposed by", value: widening.proposedBy },
          { label: "Proposed", value: <RelativeTime at={widening.createdAt} /> },
          { label: "Why", value: widening.note },
          ...(decidedBy === null || decidedAt === null
            ? []
            : [
                { label: "Decided by", value: decidedBy },
                { label: "Decided", value: <RelativeTime at={decidedAt} /> },
                { label: "Reason", value: decisionNote ?? "none was asked for" },
              ]),
        ]}
      />
    </Card>
  );
}

export default async function WideningPage({ params }: { params: Promise<{ wideningId: string }> }) {
  const ctx = await requireContext("widening:read");
  const widening = await foundOr404(getWidening(ctx, (await params).wideningId));
  const { facts, agent, dataset, kind, changes, meanwhile, state } = widening;
  const title = toWideningTitle({ kind, agentName: agent?.name ?? null, datasetName: dataset?.name ?? null });
  const words = toWords(widening);
  const button = (verb: WideningVerb, action: typeof approveWideningAction) => ({
    action,
    disabledReason: toReason(ctx, widening, verb),
  });
  return (
    <>
      <PageHeader
        title={title}
        meta={<Badge tone={state === "waiting" ? "warn" : "neutral"}>{WIDENING_STATE_WORDS[state]}</Badge>}
        breadcrumbs={[{ label: "Widenings", href: paths.widenings() }, { label: title }]}
        actions={
          state === "waiting" && (
            <DecideWidening
              wideningId={widening.id}
              effect={`It ${words.join("; ")}. In force from the next request on.`}
              approve={button("approve", approveWideningAction)}
              reject={button("reject", rejectWideningAction)}
              withdraw={facts.isOwn ? button("withdraw", withdrawWideningAction) : null}
            />
          )
        }
      />
      <div className="space-y-8">
        {state === "waiting" && facts.isStale && (
          <Callout tone="warn" title="The scope changed since this was proposed, so it cannot be approved any more">
            <DifferenceList items={toDifferences(meanwhile)} emptyText="It was revoked." className="mt-2" />
          </Callout>
        )}
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <Card title="What it does">
            <ul className="list-disc space-y-1 ps-5">
              {words.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
          <Facts widening={widening} />
        </div>
        {changes.length > 0 && (
          <Section title="Difference" description="The scope as it was when this was proposed, and as it shall be.">
            <DifferenceList items={toDifferences(changes)} />
          </Section>
        )}
        {state === "waiting" && kind !== "rule_off" && <Impact ctx={ctx} widening={widening} />}
      </div>
    </>
  );
}
