import type { Json } from "@/lib/kernel/canonical-json";
import { findPersonalData } from "@/lib/kernel/find-personal-data";
import { maskRunningText } from "@/lib/kernel/mask-running-text";
import { HIDDEN } from "@/lib/kernel/mask-value";
import { joinSpans, type PersonalSpan } from "@/lib/kernel/personal-data-span";
import type { Action } from "@/lib/reviews/release-payload";

/** A shorter name of a customer would hide half of the words. */
const KNOWN_LENGTH_MIN = 3;

/** Finds what to hide in a text. */
export type FindHidden = (text: string) => readonly PersonalSpan[];

/** Hides nothing: for who gave a reason to see it all. */
export const hideNothing: FindHidden = () => [];

function findKnown(text: string, known: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let at = text.indexOf(known); at !== -1; at = text.indexOf(known, at + known.length)) {
    spans.push({ start: at, end: at + known.length, type: "other_id", score: 1 });
  }
  return spans;
}

/** Personal data in running text, and the customer's own number wherever it stands. */
export function hidePersonalData(customerId: string | null): FindHidden {
  if (customerId === null || customerId.length < KNOWN_LENGTH_MIN) return (text) => findPersonalData(text);
  return (text) => joinSpans([...findPersonalData(text), ...findKnown(text, customerId)]);
}

export function maskString(text: string, find: FindHidden): string {
  return maskRunningText(text, find(text)).text;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** JSON of the same shape. A number that is somebody's (a card, a telephone) cannot be half shown: it becomes a hidden string. */
export function maskJson(value: Json, find: FindHidden): Json {
  if (typeof value === "string") return maskString(value, find);
  if (typeof value === "number") return find(String(value)).length === 0 ? value : HIDDEN;
  if (value === null || typeof value === "boolean") return value;
  if (isList(value)) return value.map((member) => maskJson(member, find));
  const masked: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const shown = maskString(key, find);
    // Two hidden names can look alike: neither member may push the other out.
    const name = Object.hasOwn(masked, shown) ? `${shown} (${Object.keys(masked).length + 1})` : shown;
    masked[name] = maskJson(member, find);
  }
  return masked;
}

/** What moves money and what the action is called stay readable: they are what is decided. */
export function maskAction(action: Action | null, find: FindHidden): Action | null {
  if (action === null) return null;
  switch (action.type) {
    case "reply":
      return action;
    case "refund":
      return { ...action, ...(action.order !== undefined && { order: maskString(action.order, find) }) };
    case "cancel_order":
      return { ...action, order: maskString(action.order, find) };
    case "custom":
      return { ...action, data: maskJson(action.data, find) };
  }
}
