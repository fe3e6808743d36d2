import { toBase64 } from "@/lib/kernel/bytes";
import { isNoteSignedBy, parseNote } from "@/lib/kernel/checkpoint";
import { ED25519, getLogKeys, signText } from "./log-keys";
import type { Queryable } from "./tree-store";

/** What a person set aside: evidence of one anchor, for one size and root of the log. */
export type Evidence = { anchor: string | null; size: number | null; root: Uint8Array | null };

function toText({ anchor, size, root }: Evidence): string {
  const { origin } = getLogKeys();
  const parts = [anchor ?? "-", size ?? "-", root === null ? "-" : toBase64(root)];
  return `gatehouse log acknowledgement\n${origin}\n${parts.join("\n")}\n`;
}

/** An acknowledgement signed with the log's key: whoever can only write to the database cannot make one. */
export function signAcknowledgement(evidence: Evidence): string {
  return signText(toText(evidence), getLogKeys().current);
}

function isAcknowledgementOf(note: string, evidence: Evidence): boolean {
  const parsed = parseNote(note);
  if (parsed?.text !== toText(evidence)) return false;
  return getLogKeys().all.some((key) => isNoteSignedBy(ED25519, parsed, key.verifier));
}

/** Whether a person has looked at exactly this evidence and set it aside, as after a restore from a backup. */
export async function isSetAside(db: Queryable, evidence: Evidence): Promise<boolean> {
  const { rows } = await db.query<{ acknowledgement: string }>(
    "SELECT acknowledgement FROM log_alarm WHERE acknowledgement IS NOT NULL AND anchor IS NOT DISTINCT FROM $1 AND expected_size IS NOT DISTINCT FROM $2",
    [evidence.anchor, evidence.size],
  );
  return rows.some((row) => isAcknowledgementOf(row.acknowledgement, evidence));
}
