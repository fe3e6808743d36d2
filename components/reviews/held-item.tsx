"use client";

import { useState } from "react";
import { ActionTable } from "@/components/reviews/action-table";
import { DueClock } from "@/components/reviews/due-clock";
import { FindingsList } from "@/components/reviews/findings-list";
import { HistoryList } from "@/components/reviews/history-list";
import { ITEM_TITLE_ID, useInbox } from "@/components/reviews/inbox-desk";
import type { Choice, ItemActions } from "@/components/reviews/item-actions";
import { ItemState } from "@/components/reviews/item-state";
import { ItemToolbar } from "@/components/reviews/item-toolbar";
import { KeepClaim } from "@/components/reviews/keep-claim";
import { KindMark } from "@/components/reviews/kind-mark";
import { Lookers } from "@/components/reviews/live-inbox";
import { MessageThread } from "@/components/reviews/message-thread";
import { NotesThread } from "@/components/reviews/notes-thread";
import { PieceText } from "@/components/reviews/piece-text";
import { ProposalEditor } from "@/components/reviews/proposal-editor";
import { type ShownRead, ReadsList } from "@/components/reviews/reads-list";
import { CHANNEL_WORDS, toEffectWords, toLanguageWord } from "@/components/reviews/review-words";
import { RiskMark } from "@/components/reviews/risk-mark";
import { type SimilarItem, SimilarList } from "@/components/reviews/similar-list";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { KeyValueList } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { isWaiting } from "@/lib/kernel/review-state";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";
import type { RevealedHeldItem } from "@/lib/reviews/reveal-held-item";

export type ShownItem = HeldItemDetail & { reads: readonly ShownRead[]; similar: readonly SimilarItem[] };

/** The words of an item in clear where they were revealed; everything else as the server last said. */
function withWords(item: ShownItem, revealed: RevealedHeldItem | null): ShownItem {
  if (revealed === null) return item;
  const clear = new Map(revealed.proposals.map((each) => [each.id, each]));
  const notes = new Map(revealed.notes.map((each) => [each.id, each.pieces]));
  return {
    ...item,
    isRevealed: true,
    thread: revealed.thread,
    note: revealed.note,
    caseName: revealed.caseName,
    subject: revealed.subject,
    proposals: item.proposals.map((each) => clear.get(each.id) ?? each),
    notes: item.notes.map((each) => ({ ...each, pieces: notes.get(each.id) ?? each.pieces })),
  };
}

function Title({ item }: { item: ShownItem }) {
  return (
    <header className="space-y-2">
      <h3
        id={ITEM_TITLE_ID}
        tabIndex={-1}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-lg outline-none"
      >
        <span className="flex flex-wrap gap-1.5">
          {item.kinds.map((kind) => (
            <KindMark key={kind} kind={kind} />
          ))}
        </span>
        <span>
          {toEffectWords(item)}
          <span className="font-normal text-ink-muted"> by {item.agent.name}</span>
        </span>
      </h3>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <RiskMark risk={item.risk} />
        {item.verdict === null && (item.state === "open" || item.state === "claimed") && (
          <DueClock dueAt={item.dueAt} />
        )}
        <ItemState state={item.state} verdict={item.verdict} />
        {item.approvalsNeeded > 1 && (
          <Badge tone={item.approvals > 0 ? "accent" : "neutral"}>
            {item.approvals} of {item.approvalsNeeded} approvals
          </Badge>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-muted text-sm empty:hidden">
        {item.claimedBy !== null && (
          <span className="inline-flex items-center gap-1.5">
            <Avatar name={item.claimedBy.name} />
            <span>
              {item.claimedBy.name} has it, the claim ends <RelativeTime at={item.claimedBy.until} form="short" />
            </span>
          </span>
        )}
        <Lookers itemId={item.id} form="words" />
      </p>
    </header>
  );
}

function Facts({ item }: { item: ShownItem }) {
  return (
    <KeyValueList
      className="text-sm"
      columns={2}
      items={[
        { label: "Queue", value: item.queue.name },
        { label: "Came by", value: CHANNEL_WORDS[item.channel] },
        { label: "Language", value: toLanguageWord(item.language) },
        { label: "Held", value: <RelativeTime at={item.createdAt} /> },
        ...(item.caseName === null ? [] : [{ label: "Case", value: item.caseName }]),
        ...(item.subject === null ? [] : [{ label: "Customer", value: item.subject }]),
        ...(item.customerFlags.length === 0 ? [] : [{ label: "Flags", value: item.customerFlags.join(", ") }]),
      ]}
    />
  );
}

function Draft({ item }: { item: ShownItem }) {
  const proposal = item.proposals.at(-1);
  if (proposal === undefined) return <p className="text-ink-muted">The agent drafted nothing: it asks for a person.</p>;
  return (
    <div className="space-y-3">
      {proposal.author !== null && (
        <p className="text-ink-muted text-sm">
          Version {proposal.number}, edited by {proposal.author}.
        </p>
      )}
      {proposal.reply === null ? (
        <p className="text-ink-muted">It sends no reply.</p>
      ) : (
        <PieceText pieces={proposal.reply} className="rounded-lg border border-line bg-canvas p-3" />
      )}
      {proposal.action !== null && <ActionTable action={proposal.action} />}
    </div>
  );
}

/** One held item: what it is, what the customer wrote, what the agent would do, and what a reviewer can do about it. */
export function HeldItem({
  item: masked,
  actions,
  colleagues,
  successors,
  queues,
  viewerId,
}: {
  item: ShownItem;
  actions: ItemActions;
  /** Who can be asked. */
  colleagues: readonly Choice[];
  /** Who could decide it instead. */
  successors: readonly Choice[];
  queues: readonly Choice[];
  viewerId: string;
}) {
  const inbox = useInbox();
  const [revealed, setRevealed] = useState<RevealedHeldItem | null>(null);
  const [isEditing, setEditing] = useState(false);
  const item = withWords(masked, revealed);
  const draft = revealed?.draft ?? null;
  const digest = item.proposals.at(-1)?.digest ?? "";
  return (
    <article aria-labelledby={ITEM_TITLE_ID} className="@container space-y-6">
      <Title item={item} />
      {item.claimedBy?.id === viewerId && (
        <KeepClaim itemId={item.id} until={item.claimedBy.until} claim={actions.claim} />
      )}
      {item.obstacle !== null && isWaiting(item.state) && <Callout tone="info" title={item.obstacle} />}
      {!isEditing && (
        <ItemToolbar
          item={item}
          actions={actions}
          colleagues={colleagues}
          successors={successors}
          queues={queues}
          viewerId={viewerId}
          onReveal={setRevealed}
          onEdit={() => setEditing(true)}
        />
      )}
      <Section headingLevel={3} title="What the customer wrote">
        <MessageThread thread={item.thread} />
        {item.note !== null && (
          <div className="space-y-1">
            <h4 className="font-medium text-sm">Why the agent asks</h4>
            <PieceText pieces={item.note} />
          </div>
        )}
      </Section>
      <Section headingLevel={3} title={item.origin === "agent" ? "What the agent asks for" : "What the agent would do"}>
        {isEditing && draft !== null ? (
          <ProposalEditor
            draft={draft}
            fields={{ itemId: item.id, revision: String(item.revision), digest }}
            action={actions.approve}
            approvalsNeeded={item.approvalsNeeded}
            onCancel={() => setEditing(false)}
            onOk={() => {
              setEditing(false);
              inbox.goNext();
            }}
          />
        ) : (
          <Draft item={item} />
        )}
      </Section>
      {item.findings.length > 0 && (
        <Section headingLevel={3} title="Why it was held">
          <FindingsList findings={item.findings} />
        </Section>
      )}
      {item.notes.length > 0 && (
        <Section headingLevel={3} title="Questions and answers">
          <NotesThread itemId={item.id} notes={item.notes} answer={actions.answer} />
        </Section>
      )}
      <Section headingLevel={3} title="What the agent had read">
        <ReadsList reads={item.reads} />
      </Section>
      <Section headingLevel={3} title="Similar decisions">
        <SimilarList similar={item.similar} />
      </Section>
      <Section headingLevel={3} title="About it">
        <Facts item={item} />
      </Section>
      <Section headingLevel={3} title="History">
        <HistoryList item={item} />
      </Section>
    </article>
  );
}
