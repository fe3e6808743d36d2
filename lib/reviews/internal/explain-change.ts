import type { Transaction } from "@/lib/db/client";
import type { Refusal } from "./find-refusal";
import type { LockedItem } from "./lock-held-item";

/** What a reviewer had on the screen. */
export type Seen = { revision: number; digest?: string | undefined };

type Happening = { at: Date; sentence: string };

async function listHappenings(tx: Transaction, { id, agent }: LockedItem): Promise<Happening[]> {
  const newest = { where: { itemId: id }, orderBy: { id: "desc" }, select: { createdAt: true } } as const;
  const name = { select: { name: true } } as const;
  const proposal = await tx.proposal.findFirst({
    where: { itemId: id, number: { gt: 1 } },
    orderBy: { number: "desc" },
    select: { createdAt: true, author: name },
  });
  const approval = await tx.approval.findFirst({ ...newest, select: { createdAt: true, person: name } });
  const note = await tx.reviewNote.findFirst({ ...newest, select: { createdAt: true, author: name } });
  return [
    ...(note ? [{ at: note.createdAt, sentence: `${note.author?.name ?? agent.name} wrote in its thread` }] : []),
    ...(approval ? [{ at: approval.createdAt, sentence: `${approval.person.name} approved it` }] : []),
    ...(proposal
      ? [{ at: proposal.createdAt, sentence: `${proposal.author?.name ?? agent.name} changed what is proposed` }]
      : []),
  ];
}

/** Refuses a decision about something else than what is in force, saying what changed. */
export async function findStaleRefusal(tx: Transaction, item: LockedItem, seen: Seen): Promise<Refusal | null> {
  const { proposal } = item;
  // Where nothing is proposed no digest can be right: the approval itself says so.
  const isOtherDigest = proposal !== null && seen.digest !== undefined && seen.digest !== proposal.digest;
  if (seen.revision === item.revision && !isOtherDigest) return null;
  const [first, ...rest] = await listHappenings(tx, item);
  const latest = rest.reduce((best, each) => (each.at >= (best?.at ?? each.at) ? each : best), first);
  return {
    reason: isOtherDigest ? "digest_changed" : "revision_changed",
    code: "conflict",
    sentence: `It is not as you saw it any more${latest ? `: ${latest.sentence}` : ""}. Look at it again, then decide.`,
  };
}
