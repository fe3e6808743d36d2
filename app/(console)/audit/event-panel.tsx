import { foundEvent } from "@/app/(console)/audit/found-event";
import { toDifferences } from "@/app/(console)/audit/event-changes";
import { EventProofPart } from "@/app/(console)/audit/event-proof";
import type { HrefWithEvent } from "@/app/(console)/audit/event-filters";
import { toFacts } from "@/app/(console)/audit/event-facts";
import { toActorKind, toActorWord, toDecision } from "@/app/(console)/audit/event-rows";
import { toDecisionFields, toRestedOn } from "@/app/(console)/audit/decision-facts";
import { ActorMark } from "@/components/audit/actor-mark";
import { DecisionPanel } from "@/components/audit/decision-panel";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { DifferenceList } from "@/components/ui/difference-list";
import { KeyValueList } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { EventDetail } from "@/lib/audit/get-event";
import { ACTION_TITLES } from "@/lib/audit/stored-event";
import type { RequestContext } from "@/lib/identity/request-context";

/** Why the gate decided so; for other events the sentence and what a person wrote about it. */
function Why({ detail }: { detail: EventDetail }) {
  const { event, explanation } = detail;
  const decision = event.action === "access.decided" ? toDecision(event.decision) : null;
  if (event.action === "access.decided" && decision !== null) {
    return (
      <DecisionPanel
        effect={decision}
        reasonCode={event.reason}
        sentence={explanation.why ?? explanation.sentence}
        fix={explanation.fix === null ? undefined : { text: explanation.fix }}
        fields={toDecisionFields(event)}
        restedOn={toRestedOn(event)}
      />
    );
  }
  if (explanation.why === null) return null;
  return (
    <div className="space-y-1 rounded-lg border border-line bg-canvas p-3">
      <p>{explanation.why}</p>
      {explanation.fix !== null && <p className="text-ink-muted text-sm">{explanation.fix}</p>}
    </div>
  );
}

function SameRequest({ detail, hrefWithEvent }: { detail: EventDetail; hrefWithEvent: HrefWithEvent }) {
  if (detail.sameRequest.length === 0) return null;
  return (
    <section className="space-y-1">
      <h3 className="font-medium text-sm">In the same request</h3>
      <ul className="space-y-1 text-sm">
        {detail.sameRequest.map((other) => (
          <li key={other.id} className="flex flex-wrap gap-x-3">
            <TextLink href={hrefWithEvent(other.id)} scroll={false}>
              {ACTION_TITLES[other.action as keyof typeof ACTION_TITLES] ?? other.action}
            </TextLink>
            <RelativeTime at={other.at} form="short" className="text-ink-muted" />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One event, opened beside the log: what happened, why, what it was about, and its exact text. */
export async function EventPanel({
  ctx,
  eventId,
  hrefWithEvent,
}: {
  ctx: RequestContext;
  eventId: string;
  hrefWithEvent: HrefWithEvent;
}) {
  const detail = await foundEvent(ctx, eventId);
  if (detail === null) {
    return (
      <Callout tone="warn" title="There is no such event.">
        The address names one that is not in this log.
      </Callout>
    );
  }
  const { event } = detail;
  const differences = toDifferences(event);
  return (
    <article className="space-y-6" aria-label={ACTION_TITLES[event.action]}>
      <div className="space-y-1">
        <h3 className="font-semibold text-md">{detail.explanation.sentence}</h3>
        <p className="text-ink-muted text-sm">
          {ACTION_TITLES[event.action]}, <RelativeTime at={event.at} />
        </p>
      </div>
      <Why detail={detail} />
      <KeyValueList
        className="text-sm"
        items={[
          {
            label: "By",
            value: (
              <ActorMark kind={toActorKind(event.actor.kind)} name={toActorWord(event.actor.kind, detail.actorName)} />
            ),
          },
          ...toFacts(detail),
        ]}
      />
      {differences !== null && (
        <section className="space-y-2">
          <h3 className="font-medium text-sm">What changed</h3>
          <DifferenceList items={differences} className="text-sm" />
        </section>
      )}
      <EventProofPart ctx={ctx} eventId={event.id} text={detail.text} />
      <SameRequest detail={detail} hrefWithEvent={hrefWithEvent} />
      <CodeBlock title="The text that is stored" code={detail.text} wrap />
    </article>
  );
}
