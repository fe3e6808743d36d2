import type { RequestContext } from "@/lib/identity/request-context";
import type { ProposalId, ReleaseId, ReviewNoteId } from "@/lib/kernel/ids";
import type { TriageFinding } from "@/lib/kernel/triage-kinds";
import { maskText } from "@/lib/kernel/mask-value";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";
import { type HeldContent, unsealContent } from "@/lib/reviews/held-content";
import { unsealPayload } from "@/lib/reviews/release-payload";
import { listReads } from "./list-reads";
import { listSimilar } from "./list-similar";
import type { HeldFacts } from "./load-held-facts";
import { loadHeldRows } from "./load-held-rows";
import type { KnownReviewer } from "./load-reviewer";
import { type FindHidden, hideNothing, hidePersonalData, maskAction, maskString } from "./mask-values";
import { readFindings } from "./read-findings";
import { unsealNote } from "./review-note";
import { toPermits } from "./to-permits";
import { showText, toMarks, toThread } from "./to-thread";

function toProposals(
  facts: HeldFacts,
  findings: readonly TriageFinding[],
  find: FindHidden,
): HeldItemDetail["proposals"] {
  return facts.proposals.map(({ id, number, digest, author, createdAt, payloadSealed }) => {
    const { reply, action } = unsealPayload(payloadSealed, id);
    // What triage found in a draft, it found in the agent's.
    const marks = number === 1 ? toMarks(findings, "draft") : [];
    return {
      id: id as ProposalId,
      number,
      digest,
      author: author?.name ?? null,
      at: createdAt,
      reply: reply === null ? null : showText(reply, find, marks),
      action: maskAction(action, find),
    };
  });
}

function toNotes({ notes, agent }: HeldFacts, viewerId: string, find: FindHidden): HeldItemDetail["notes"] {
  return notes.map(({ id, author, toPerson, toPersonId, isToAgent, bodySealed, createdAt, answeredAt }) => ({
    id: id as ReviewNoteId,
    author: author?.name ?? agent.name,
    to: isToAgent ? agent.name : (toPerson?.name ?? null),
    at: createdAt,
    pieces: showText(unsealNote(bodySealed, id), find),
    answeredAt,
    isQuestionToMe: toPersonId === viewerId && answeredAt === null,
  }));
}

/** The customer as the agent named it: recognisable to who knows the number, of no use to who does not. */
function toSubject({ subject }: HeldContent, isRevealed: boolean): string | null {
  if (subject === null) return null;
  return `${subject.dataset} ${isRevealed ? subject.id : maskText(subject.id, "identifier")}`;
}

function toContentParts(content: HeldContent, findings: readonly TriageFinding[], find: FindHidden) {
  return {
    thread: toThread(content, findings, find),
    caseName: content.caseName === null ? null : maskString(content.caseName, find),
    customerFlags: content.customerFlags.map((flag) => maskString(flag, find)),
    note: content.note === null ? null : showText(content.note, find),
  };
}

function toApprovalParts({ approvals, release }: HeldFacts): Pick<HeldItemDetail, "approvalsBy" | "release"> {
  return {
    approvalsBy: approvals.map(({ person, createdAt, digest }) => ({ person: person.name, at: createdAt, digest })),
    release: release === null ? null : { ...release, id: release.id as ReleaseId },
  };
}

/** An item as its page shows it, with the customer's values masked or in clear. The caller has stored the event before. */
export async function toHeldDetail(
  ctx: RequestContext,
  facts: HeldFacts,
  viewer: KnownReviewer,
  isRevealed: boolean,
): Promise<HeldItemDetail> {
  const [row] = await loadHeldRows([facts.id], viewer, ctx.now);
  if (row === undefined) throw new Error("a held item that was there is gone");
  const content = unsealContent(facts.contentSealed, "held_item", facts.id);
  const findings = readFindings(facts.findings);
  const find = isRevealed ? hideNothing : hidePersonalData(content.subject?.id ?? null);
  return {
    ...row,
    revision: facts.revision,
    isRevealed,
    origin: facts.origin,
    findings,
    subject: toSubject(content, isRevealed),
    ...toContentParts(content, findings, find),
    proposals: toProposals(facts, findings, find),
    reads: await listReads(facts),
    notes: toNotes(facts, viewer.personId, find),
    similar: await listSimilar(facts),
    ...toApprovalParts(facts),
    permits: toPermits(facts, viewer, ctx.actor, ctx.now),
  };
}
