import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/reader";
import { tellPeople } from "@/lib/notices/tell-people";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import type { ClockStep } from "./clock-step";
import { listDeciders } from "./list-deciders";
import { lockWaitingItem, type WaitingItem } from "./lock-waiting-item";

type Call = {
  /** Who is called now; null when the queue names nobody (any more). */
  personId: string | null;
  /** How far down the queue's list that is. */
  level: number;
  /** How many can be called after that. */
  left: number;
};

/** The next active person of the queue's list after those who were called. */
async function findNext(tx: Transaction, { escalationIds, escalations }: WaitingItem): Promise<Call> {
  const people = await tx.person.findMany({
    where: { id: { in: escalationIds }, status: "active" },
    select: { id: true },
  });
  const isActive = (id: string) => people.some((person) => person.id === id);
  const rest = escalationIds.slice(escalations);
  const index = rest.findIndex(isActive);
  if (index === -1) return { personId: null, level: escalations + 1, left: 0 };
  const left = rest.slice(index + 1).filter(isActive).length;
  return { personId: rest[index] ?? null, level: escalations + index + 1, left };
}

/** What is left of the time, in equal parts for those who are left. */
function toNextCall(now: Date, dueAt: Date, left: number): Date | null {
  return left === 0 ? null : new Date(now.getTime() + Math.floor((dueAt.getTime() - now.getTime()) / (left + 1)));
}

/** Calls the next person of the queue's list; where it names nobody, everybody who may decide. */
export const escalateItem: ClockStep = {
  name: "escalate_item",
  listDue: async (now, afterId, take) => {
    const rows = await reader().heldItem.findMany({
      where: { state: { in: ["open", "claimed"] }, escalateAt: { lte: now }, dueAt: { gt: now }, id: { gt: afterId } },
      select: { id: true },
      orderBy: { id: "asc" },
      take,
    });
    return rows.map(({ id }) => id);
  },
  settle: async (tx, now, id) => {
    const item = await lockWaitingItem(tx, id);
    if (item === null || item.dueAt <= now || item.escalateAt === null || item.escalateAt > now) return null;
    const { personId, level, left } = await findNext(tx, item);
    const data = { escalations: level, escalateAt: toNextCall(now, item.dueAt, left) };
    await tx.heldItem.update({ where: { id }, data, select: { id: true } });
    const personIds = personId === null ? await listDeciders(tx, item) : [personId];
    await tellPeople(tx, now, { topic: "item_escalated", itemId: id, personIds });
    const { agentId, kind } = item;
    const about = { kind, level, dueAt: item.dueAt.toISOString() };
    await tellWebhooks(tx, now, { topic: "item_escalated", agentId, itemId: id, data: about });
    return [{ action: "held_item.escalated", itemId: id, agentId, toPersonId: personId, level }];
  },
};
