import { z } from "zod";
import type { AnswerValue } from "@/lib/kernel/checklist";
import { seal, unseal } from "@/lib/runtime/keyring";

const Said = z.object({ value: z.union([z.string(), z.number(), z.array(z.string())]).nullable(), note: z.string() });
export type Said = { value: AnswerValue | null; note: string };

type Table = "answer" | "offered_answer";
const toPlace = (table: Table, rowId: string) => ({ table, column: "said_sealed", rowId });

/** What an answer says, as its row keeps it: people write names and addresses into notes and texts. */
export function sealSaid(table: Table, rowId: string, { value, note }: Said): string {
  return seal(JSON.stringify({ value, note }), toPlace(table, rowId));
}

/** What a row says. One from before answers were sealed says it in plain columns. */
export function openSaid(
  table: Table,
  { id, saidSealed, value, note }: { id: string; saidSealed: string | null; value: unknown; note: string },
): z.output<typeof Said> {
  return Said.parse(saidSealed === null ? { value, note } : JSON.parse(unseal(saidSealed, toPlace(table, id))));
}
