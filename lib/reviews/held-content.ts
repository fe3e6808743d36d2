import { z } from "zod";
import { seal, unseal } from "@/lib/runtime/keyring";

const Turn = z.object({
  from: z.enum(["customer", "agent", "person"]),
  text: z.string(),
  /** ISO 8601; null when the agent did not say. */
  at: z.string().nullable(),
});
export type Turn = z.output<typeof Turn>;

const Content = z.object({
  /** Oldest first; the last of the customer's is what was judged. Empty where an agent only asked for a person. */
  thread: z.array(Turn),
  /** What the agent calls the case. */
  caseName: z.string().nullable(),
  /** The customer, as the agent named it: a dataset and the value of its subject key. */
  subject: z.object({ dataset: z.string(), id: z.string() }).nullable(),
  customerFlags: z.array(z.string()),
  /** Why the agent asked for a person, in its own words. */
  note: z.string().nullable(),
});
/** A customer's words as they are kept: only ever sealed. */
export type HeldContent = z.output<typeof Content>;

const PLACES = {
  held_item: "content_sealed",
  second_look: "content_sealed",
} as const;

export function sealContent(content: HeldContent, table: keyof typeof PLACES, rowId: string): string {
  return seal(JSON.stringify(content), { table, column: PLACES[table], rowId });
}

/** Throws when the row was altered or moved. */
export function unsealContent(sealed: string, table: keyof typeof PLACES, rowId: string): HeldContent {
  return Content.parse(JSON.parse(unseal(sealed, { table, column: PLACES[table], rowId })));
}

/** What was judged: the newest words of the customer, or "" where there are none. */
export function toJudgedText({ thread }: HeldContent): string {
  return thread.findLast(({ from }) => from === "customer")?.text ?? "";
}
