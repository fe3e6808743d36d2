import { DAY_MS, HOUR_MS, REFERENCE_TIME, toTimestamp } from "./calendar";
import type { SupportTicketRow, TicketMessageRow } from "./demo-rows";
import { LAST_WRITTEN, type TicketScene } from "./make-ticket-slots";
import type { Random } from "./random";
import { fillTemplate, type GetSlot } from "./texts/fill-template";
import { SENSITIVE_THEMES, type Theme, type TicketPack } from "./texts/ticket-pack";
import { toSentence } from "./write-ticket-text";

export interface Thread {
  readonly messages: TicketMessageRow[];
  readonly status: SupportTicketRow["status"];
  readonly firstResponseAt: number | null;
  readonly resolvedAt: number | null;
}

type Turn = "reply" | "note" | "customer" | "resolution";

/** What follows the first message. Every message is later than the one before, and none is later than the reference time. */
export function makeThread(
  random: Random,
  pack: TicketPack,
  theme: Theme,
  scene: TicketScene,
  slots: GetSlot,
  ticketId: number,
  idBefore: number,
): Thread {
  const messages: TicketMessageRow[] = [];
  let [at, firstResponseAt, resolvedAt]: [number, number | null, number | null] = [scene.at, null, null];
  let last: Turn = "customer";
  for (const turn of planTurns(random, theme, REFERENCE_TIME - scene.at)) {
    at += turn === "note" ? random.int(5, 90) * 60_000 : Math.round((0.2 + random.next() ** 2 * 30) * HOUR_MS);
    if (at > LAST_WRITTEN) break;
    messages.push(
      makeMessage(random, pack, theme, scene, slots, { id: idBefore + messages.length + 1, ticketId, turn, at }),
    );
    if (turn === "reply" || turn === "resolution") firstResponseAt ??= at;
    if (turn === "resolution") resolvedAt = at;
    if (turn !== "note") last = turn;
  }
  const age = REFERENCE_TIME - scene.at;
  if (resolvedAt !== null)
    return {
      messages,
      firstResponseAt,
      resolvedAt,
      status: REFERENCE_TIME - resolvedAt > 14 * DAY_MS ? "closed" : "resolved",
    };
  const isForgotten = age > 60 * DAY_MS;
  if (isForgotten && firstResponseAt !== null) return { messages, firstResponseAt, resolvedAt: at, status: "closed" };
  const status = firstResponseAt === null ? "new" : last === "reply" ? "waiting_on_customer" : "open";
  return { messages, firstResponseAt, resolvedAt, status };
}

/** Old tickets have run their course; those of the last two weeks have got as far as they have. */
function planTurns(random: Random, theme: Theme, age: number): Turn[] {
  const turns: Turn[] = [];
  const isSensitive = SENSITIVE_THEMES.some((sensitive) => sensitive === theme);
  if (random.chance(isSensitive ? 0.5 : 0.12)) turns.push("note");
  turns.push("reply");
  for (let round = 0; round < 5 && random.chance(isSensitive ? 0.45 : 0.24); round++) {
    turns.push("customer");
    if (random.chance(0.85)) turns.push("reply");
  }
  if (random.chance(isSensitive ? 0.75 : 0.92)) turns.push("resolution");
  return age < 14 * DAY_MS && random.chance(0.8) ? turns.slice(0, random.int(0, turns.length - 1)) : turns;
}

function makeMessage(
  random: Random,
  pack: TicketPack,
  theme: Theme,
  scene: TicketScene,
  slots: GetSlot,
  message: { id: number; ticketId: number; turn: Turn; at: number },
): TicketMessageRow {
  const fill = (texts: readonly string[]) => fillTemplate(random, random.pick(texts), slots);
  const isCustomer = message.turn === "customer";
  const author = isCustomer ? scene.writer : scene.agent;
  const letter = (text: string) => `${fill(pack.replyGreetings)}\n\n${text}\n\n${fill(pack.replyClosings)}`;
  const write: Readonly<Record<Turn, () => string>> = {
    customer: () => (random.chance(0.25) ? `${fill(pack.followUps)} ${fill(pack.asides)}` : fill(pack.followUps)),
    note: () => fill(pack.internalNotes),
    reply: () => letter(fill(pack.themes[theme].replies)),
    resolution: () => (random.chance(0.5) ? letter(fill(pack.resolutions)) : toSentence(fill(pack.resolutions))),
  };
  return {
    id: message.id,
    ticket_id: message.ticketId,
    author_kind: isCustomer ? "customer" : "employee",
    author_name: `${author.first_name} ${author.last_name}`,
    employee_id: isCustomer ? null : scene.agent.id,
    is_internal: message.turn === "note",
    body: write[message.turn](),
    sent_at: toTimestamp(message.at),
  };
}
