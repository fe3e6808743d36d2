import { seal, unseal } from "@/lib/runtime/keyring";

const PLACE = { table: "review_note", column: "body_sealed" } as const;

export function sealNote(text: string, noteId: string): string {
  return seal(text, { ...PLACE, rowId: noteId });
}

/** Throws when the row was altered or moved. */
export function unsealNote(sealed: string, noteId: string): string {
  return unseal(sealed, { ...PLACE, rowId: noteId });
}
