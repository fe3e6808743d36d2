import type { LogAlarm } from "@/lib/audit/get-log-state";

/** What an alarm says is wrong with the log. */
export function toAlarmSentence({ kind, anchor, expectedSize, foundSize, entry }: LogAlarm): string {
  const where = anchor === null ? "the database itself" : `the anchor ${anchor}`;
  const number = (value: number | null) => (value === null ? "an unknown number of" : value.toLocaleString("en-GB"));
  if (kind === "shorter") {
    return `The log holds ${number(foundSize)} entries, and ${where} knows of ${number(expectedSize)}: its end is missing.`;
  }
  if (kind === "event_missing") return "An event that was written is no longer in the database.";
  const place = entry === null ? "" : ` The first entry that is wrong is ${entry.toLocaleString("en-GB")}.`;
  if (kind === "different") return `The log is not the one that ${where} has witnessed.${place}`;
  return `The log failed a check against ${where} (${kind}).${place}`;
}

const ANCHOR_FAILURES: { readonly [code: string]: string } = {
  unreachable: "It cannot be reached.",
  refused: "It refused the checkpoint.",
  timeout: "It did not answer in time.",
  private_host: "Its address is inside this network and is not called.",
  bad_answer: "Its answer could not be read.",
  not_written: "The disk did not take it.",
  internal: "Gatehouse itself failed; its process log says how.",
};

/** Why an anchor, a stream or an export fails, and failing that its code. */
export function toFailureSentence(code: string): string {
  return ANCHOR_FAILURES[code] ?? code;
}
