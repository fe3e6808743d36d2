import type { Channel } from "./demo-rows";
import type { Random } from "./random";
import { fillTemplate, type GetSlot, slotsOf } from "./texts/fill-template";
import type { Theme, TicketPack } from "./texts/ticket-pack";

/** Subject and first message of a ticket. In chat and on WhatsApp people skip the forms of a letter. */
export function writeTicketText(
  random: Random,
  pack: TicketPack,
  theme: Theme,
  channel: Channel,
  slots: GetSlot,
): { subject: string; body: string } {
  const fill = (texts: readonly string[]) => fillTemplate(random, random.pick(texts), slots);
  const texts = pack.themes[theme];
  const isShort = channel === "chat" || channel === "whatsapp";
  const chosen = [
    random.pick(texts.openings),
    ...pickSome(random, texts.details, isShort ? random.int(0, 1) : random.int(1, 2)),
  ];
  const said = new Set(chosen.flatMap(slotsOf));
  const asides = pack.asides.filter((aside) => !slotsOf(aside).some((slot) => said.has(slot)));
  if (asides.length > 0 && random.chance(isShort ? 0.25 : 0.4)) chosen.push(random.pick(asides));
  const middle = chosen.map((template) => fillTemplate(random, template, slots)).join(random.chance(0.2) ? "\n" : " ");
  const subject = fill(texts.subjects);
  if (isShort) return { subject, body: random.chance(0.4) ? `${fill(pack.greetings)} ${middle}` : toSentence(middle) };
  return { subject, body: `${fill(pack.greetings)}\n\n${middle}\n\n${withoutRepeats(fill(pack.closings))}` };
}

/** Different items, in the order of the list. */
export function pickSome<T>(random: Random, items: readonly T[], count: number): T[] {
  const left = items.map((item, index) => ({ item, index }));
  const taken: typeof left = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(random.int(0, left.length - 1), 1));
  return taken.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

/** A private customer is its own company: the name is signed once. */
function withoutRepeats(text: string): string {
  const lines = text.split("\n");
  return lines.filter((line, index) => line !== lines[index - 1]).join("\n");
}

export function toSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
