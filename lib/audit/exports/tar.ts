import { createReadStream, statSync } from "node:fs";
import type { Writable } from "node:stream";
import { push } from "./write-file";

const BLOCK = 512;

function writeField(head: Buffer, at: number, text: string): void {
  head.write(text, at, "utf8");
}

/** The header of one file: POSIX ustar; a size past 8 GB is written in base 256, which every tar reads. */
function toHead(name: string, size: number, at: Date): Buffer {
  const head = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits - 1, "0")}\0`;
  writeField(head, 0, name);
  writeField(head, 100, octal(0o600, 8));
  writeField(head, 108, octal(0, 8));
  writeField(head, 116, octal(0, 8));
  if (size < 8 ** 11) writeField(head, 124, octal(size, 12));
  else {
    head.writeUInt8(0x80, 124);
    head.writeBigUInt64BE(BigInt(size), 128);
  }
  writeField(head, 136, octal(Math.floor(at.getTime() / 1_000), 12));
  writeField(head, 148, " ".repeat(8));
  writeField(head, 156, "0");
  writeField(head, 257, "ustar\u000000");
  const sum = head.reduce((total, byte) => total + byte, 0);
  writeField(head, 148, `${sum.toString(8).padStart(6, "0")}\0 `);
  return head;
}

/** Puts files, each a path on disk under a name, into one tar. */
export async function writeTar(
  out: Writable,
  files: readonly { name: string; path: string }[],
  at: Date,
): Promise<void> {
  for (const { name, path } of files) {
    const { size } = statSync(path);
    await push(out, toHead(name, size, at));
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) await push(out, chunk as Buffer);
    await push(out, Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK));
  }
  await push(out, Buffer.alloc(2 * BLOCK));
}
