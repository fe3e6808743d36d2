import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";

export type WrittenFile = { name: string; path: string; bytes: number; sha256: string };
export type FileWriter = { write: (text: string) => Promise<void>; end: () => Promise<WrittenFile> };

/** Hands bytes to a stream as fast as it takes them. Rejects when it has failed, with what it failed with. */
export async function push(out: Writable, bytes: string | Buffer): Promise<void> {
  if (out.errored !== null) throw out.errored;
  if (!out.write(bytes)) await once(out, "drain");
}

/** A new file that only its owner can read, and its digest. Rejects when the disk takes no more. */
export function openFile(folder: string, name: string): FileWriter {
  const path = `${folder}/${name}`;
  const stream = createWriteStream(path, { mode: 0o600, highWaterMark: 1 << 20 });
  // Heard here as well, so that a failure between two writes waits for the next one.
  stream.on("error", () => undefined);
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    write: async (text) => {
      hash.update(text, "utf8");
      bytes += Buffer.byteLength(text);
      await push(stream, text);
    },
    end: async () => {
      stream.end();
      await finished(stream);
      return { name, path, bytes, sha256: hash.digest("hex") };
    },
  };
}

export async function writeFile(folder: string, name: string, text: string): Promise<WrittenFile> {
  const file = openFile(folder, name);
  await file.write(text);
  return file.end();
}
