import { toBase64 } from "@/lib/kernel/bytes";
import { isNoteSignedBy, parseNote, parseSignatureLine, parseVerifierKey } from "@/lib/kernel/checkpoint";
import { type Anchor, AnchorFailed, type AnchorTools, type PublishedCheckpoint } from "@/lib/audit/log/anchor";
import { ED25519, sha256 } from "@/lib/audit/log/log-keys";
import { LogBroken } from "@/lib/audit/log/log-broken";
import { type Answer, sendRequest } from "@/lib/audit/log/outgoing";

/** The size that the witness has seen, when it says that ours is not the next one: C2SP tlog-witness. */
function readConflict({ status, text }: Answer): number | null {
  const size = /^(0|[1-9]\d{0,14})\n$/.exec(text)?.[1];
  return status === 409 && size !== undefined ? Number(size) : null;
}

/** C2SP tlog-witness: asks a witness to confirm that the log has only grown, and keeps its timestamped signature. */
export function createWitnessAnchor(address: string, keyText: string): Anchor {
  const key = parseVerifierKey(sha256, keyText);
  const url = new URL(`${address.replace(/\/+$/, "")}/add-checkpoint`);
  let seen = 0;

  const submit = async ({ size, note }: PublishedCheckpoint, tools: AnchorTools, oldSize: number): Promise<Answer> => {
    const proof = await tools.proveConsistency(oldSize, size);
    const body = [`old ${oldSize}`, ...proof.map(toBase64), "", note].join("\n");
    return sendRequest({ method: "POST", url, headers: { "content-type": "text/plain; charset=utf-8" }, body });
  };
  const submitFromSeen = async (checkpoint: PublishedCheckpoint, tools: AnchorTools): Promise<Answer> => {
    const answer = await submit(checkpoint, tools, Math.min(seen, checkpoint.size));
    const theirs = readConflict(answer);
    if (theirs === null) return answer;
    if (theirs > checkpoint.size) {
      const facts = { anchor: "witness", expectedSize: theirs, foundSize: checkpoint.size };
      throw new LogBroken("shorter", facts);
    }
    seen = theirs;
    return submit(checkpoint, tools, theirs);
  };
  return {
    name: "witness",
    wants: "newest",
    publish: async (checkpoint, tools) => {
      if (key?.kind !== "cosignature") throw new AnchorFailed("bad_answer");
      const { status, text } = await submitFromSeen(checkpoint, tools);
      if (status === 422) {
        const facts = { anchor: "witness", expectedSize: seen, foundSize: checkpoint.size };
        throw new LogBroken("different", facts);
      }
      if (status !== 200) throw new AnchorFailed("refused");
      const note = parseNote(checkpoint.note);
      for (const line of text.split("\n")) {
        const signature = parseSignatureLine(line);
        if (note === null || signature === null) continue;
        if (!isNoteSignedBy(ED25519, { text: note.text, signatures: [signature] }, key)) continue;
        seen = checkpoint.size;
        return { witness: key.name, line: `${line}\n` };
      }
      throw new AnchorFailed("bad_answer");
    },
  };
}
