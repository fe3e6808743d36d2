import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { getEnv } from "@/lib/runtime/env";
import { type Anchor, AnchorFailed, type PublishedCheckpoint } from "@/lib/audit/log/anchor";

const FILE_BYTES_MAX = 16 * 1024 * 1024;
const Line = z.object({ at: z.string(), size: z.number(), note: z.string() });

/** `checkpoints-<log>-000001.jsonl`: one line for each checkpoint, oldest first; the next file begins when one is large. */
function listFiles(folder: string, origin: string): string[] {
  if (!existsSync(folder)) return [];
  const head = `checkpoints-${toSlug(origin)}-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(head) && /^\d{6}\.jsonl$/.test(name.slice(head.length)))
    .sort();
}

function toSlug(origin: string): string {
  return origin.replaceAll(/[^a-z0-9]+/gi, "-");
}

function chooseFile(folder: string, origin: string): string {
  const files = listFiles(folder, origin);
  const last = files.at(-1);
  if (last !== undefined && statSync(join(folder, last)).size < FILE_BYTES_MAX) return join(folder, last);
  return join(folder, `checkpoints-${toSlug(origin)}-${String(files.length + 1).padStart(6, "0")}.jsonl`);
}

/** A line that a crash cut short is ended before the next one begins. */
function isEnded(path: string): boolean {
  if (!existsSync(path)) return true;
  const { size } = statSync(path);
  if (size === 0) return true;
  const file = openSync(path, "r");
  try {
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, size - 1);
    return last.toString() === "\n";
  } finally {
    closeSync(file);
  }
}

function append({ origin, size, note, at }: PublishedCheckpoint): void {
  const { anchorFolder } = getEnv();
  mkdirSync(anchorFolder, { recursive: true, mode: 0o750 });
  const path = chooseFile(anchorFolder, origin);
  const line = `${isEnded(path) ? "" : "\n"}${JSON.stringify({ at: at.toISOString(), size, note })}\n`;
  const file = openSync(path, "a", 0o640);
  try {
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function parseLine(text: string): z.output<typeof Line> | null {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    return null; // A line that a crash cut short holds no checkpoint.
  }
}

/** Every checkpoint in the folder, in the order they were added. */
export function readAnchorFile(origin: string): z.output<typeof Line>[] {
  const { anchorFolder } = getEnv();
  return listFiles(anchorFolder, origin).flatMap((name) =>
    readFileSync(join(anchorFolder, name), "utf8")
      .split("\n")
      .map(parseLine)
      .filter((line) => line !== null),
  );
}

function findLast(origin: string): string | null {
  const { anchorFolder } = getEnv();
  for (const name of listFiles(anchorFolder, origin).reverse()) {
    const lines = readFileSync(join(anchorFolder, name), "utf8").split("\n").reverse();
    for (const text of lines) {
      const line = parseLine(text);
      if (line !== null) return line.note;
    }
  }
  return null;
}

/** A folder outside the data folder that checkpoints are only ever added to. */
export const fileAnchor: Anchor = {
  name: "file",
  wants: "each",
  publish: async (checkpoint) => {
    try {
      append(checkpoint);
    } catch (error) {
      throw error instanceof Error ? new AnchorFailed("not_written") : error;
    }
    return null;
  },
  findNewest: async (origin) => findLast(origin),
};
