import { findPersonalData } from "@/lib/kernel/find-personal-data";
import { maskRunningText } from "@/lib/kernel/mask-running-text";

/** A reason as the log keeps it for ever: without what looks like a customer's data. */
export function toLogNote(note: string): string {
  return maskRunningText(note, findPersonalData(note)).text;
}
