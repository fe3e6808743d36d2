import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";

export type WrittenFile = { name: string; path: string; bytes: number; sha256: string };
export type FileWriter = { write: (text: string) => Promise<void>; end: () => Promise<WrittenFile> };

/** A new file that only its owner can read, and its digest. Rejects when the disk takes no more. */
export function openFile(folder: string, name: string): FileWriter {
  const path = `${folder}/${name}`;
  const stream = createWriteStream(path, { mode: 0o600, highWaterMark: 1 << 20 });
  const hash = createHash("sha256");
  let bytes = 0;
  let failure: Error | null = null;
  stream.on("error", (error) => {
    failure = error;
  });
  const assertWritable = (): void => {
    if (failure !== null) throw failure;
  };
  return {
    write: async (text) => {
      assertWritable();
      hash.update(text, "utf8");
      bytes += Buffer.byteLength(text);
      if (!stream.write(text)) await once(stream, "drain");
    },
    end: async () => {
      assertWritable();
      stream.end();
      await once(stream, "close");
      assertWritable();
      return { name, path, bytes, sha256: hash.digest("hex") };
    },
  };
}

export async function writeFile(folder: string, name: string, text: string): Promise<WrittenFile> {
  const file = openFile(folder, name);
  await file.write(text);
  return file.end();
}
