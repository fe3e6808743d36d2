import { loadVerifier } from "@/components/audit/load-verifier";

export type LogHead = { checkpoint: string; keys: string[] };
export type LogOutcome = { isIntact: boolean; sentence: string };
type Seen = { origin: string; size: number; root: string };

const SEEN_KEY = "gatehouse-log-seen";
const TILE_WIDTH = 256;
const HASH_BYTES = 32;
/** Longer than this the page is not kept from answering. */
const PAUSE_EVERY_MS = 12;

/** The log as this browser last found it intact: its own witness, which no server can change. */
function readSeen(origin: string): Seen | null {
  try {
    const seen = JSON.parse(localStorage.getItem(SEEN_KEY) ?? "null") as Seen | null;
    return seen?.origin === origin ? seen : null;
  } catch {
    return null;
  }
}

function keepSeen(seen: Seen): void {
  try {
    localStorage.setItem(SEEN_KEY, JSON.stringify(seen));
  } catch {
    // A browser that keeps nothing checks all the same.
  }
}

async function* leavesOf(size: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let first = 0; first * TILE_WIDTH < size; ) {
    const answer = await fetch(`/audit/log/leaves?first=${first}&size=${size}`, { signal });
    if (answer.status === 404) return;
    if (!answer.ok) throw new Error(`the console answered ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length === 0) return;
    yield bytes;
    first += Math.ceil(bytes.length / HASH_BYTES / TILE_WIDTH);
  }
}

const inWords = (value: number) => value.toLocaleString("en-GB");

/**
 * Recomputes the tree from every entry's hash and compares its root with the signed checkpoint, and on the way with what this browser
 * found before: so it notices a log that lost its end, was put in another order or was signed anew.
 */
export async function checkLog(
  { checkpoint, keys }: LogHead,
  onProgress: (done: number, size: number) => void,
  signal: AbortSignal,
): Promise<LogOutcome> {
  const { openCheckpoint, createTree, isSame, toHex } = await loadVerifier();
  const head = await openCheckpoint(checkpoint, keys);
  if (head === null) return { isIntact: false, sentence: "The checkpoint is signed by no key of this log." };
  const seen = readSeen(head.origin);
  if (seen !== null && seen.size > head.size) {
    const sentence = `This browser has seen ${inWords(seen.size)} entries, and the log now has ${inWords(head.size)}: its end is missing.`;
    return { isIntact: false, sentence };
  }
  const tree = createTree(head.size);
  let pausedAt = performance.now();
  for await (const bytes of leavesOf(head.size, signal)) {
    for (let at = 0; at < bytes.length; at += HASH_BYTES) {
      const entry = tree.end();
      tree.push(entry, entry + 1, bytes.subarray(at, at + HASH_BYTES));
      if (seen?.size === entry + 1 && toHex(tree.root()) !== seen.root) {
        const sentence = `An entry up to ${inWords(entry)} is not what it was when this browser checked the log last.`;
        return { isIntact: false, sentence };
      }
      if (performance.now() - pausedAt < PAUSE_EVERY_MS) continue;
      signal.throwIfAborted();
      onProgress(tree.end(), head.size);
      await new Promise((resolve) => setTimeout(resolve));
      pausedAt = performance.now();
    }
  }
  if (tree.end() !== head.size) return { isIntact: false, sentence: `Entry ${inWords(tree.end())} is missing.` };
  if (!isSame(tree.root(), head.root))
    return { isIntact: false, sentence: "The entries do not lead to the root that was signed." };
  keepSeen({ origin: head.origin, size: head.size, root: toHex(head.root) });
  const grown =
    seen === null ? "" : ` It still holds the ${inWords(seen.size)} entries that this browser found before.`;
  return {
    isIntact: true,
    sentence: `${inWords(head.size)} entries lead to the root that key ${head.keyId} signed.${grown}`,
  };
}
