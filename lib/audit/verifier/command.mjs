import { textOf } from "./files.mjs";
import { verifyFiles, verifyTar } from "./verify.mjs";

const fs = globalThis.process?.getBuiltinModule?.("node:fs");

/** A reader over a file on disk. */
export function readerOfPath(path) {
  const file = fs.openSync(path, "r");
  const { size } = fs.fstatSync(file);
  const read = async (offset, length) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    return bytes.subarray(0, fs.readSync(file, bytes, 0, bytes.length, offset));
  };
  return { size, read };
}

/** An export on disk, a tar or the folder it was unpacked to. */
export function verifyPath(path, options) {
  if (!fs.statSync(path).isDirectory()) return verifyTar(readerOfPath(path), options);
  const names = fs.readdirSync(path);
  return verifyFiles(new Map(names.map((name) => [name, readerOfPath(`${path}/${name}`)])), options);
}

async function readOptions(args) {
  const options = { keys: [], outside: [] };
  let path;
  for (let at = 0; at < args.length; at += 1) {
    const [name, value] = [args[at], args[at + 1]];
    if (name !== "--key" && name !== "--checkpoint") path = name;
    else at += 1;
    if (name === "--key") options.keys.push(value);
    if (name === "--checkpoint") options.outside.push(await textOf(readerOfPath(value)));
  }
  return { path, options };
}

/** `node verify.mjs <export> [--key …] [--checkpoint …]`: prints the verdict; the exit code is 0 only for an intact export. */
export async function runCommand(args) {
  const { path, options } = await readOptions(args);
  if (path === undefined) throw new Error("Say which export: node verify.mjs <export.tar or folder> [--key <key>]");
  const { isIntact, entries, size, keyId, trust, problem } = await verifyPath(path, options);
  const lines = isIntact
    ? [`Intact: ${entries} entries of a log of ${size}, signed by key ${keyId}.`]
    : [`NOT INTACT: ${problem.sentence}`, ...(problem.entry === null ? [] : [`First bad entry: ${problem.entry}`])];
  if (trust === "export") {
    lines.push("The key was taken from the export itself: compare it with the one that you were given, or pass --key.");
  }
  console.log(lines.join("\n"));
  return isIntact ? 0 : 1;
}

if (
  fs !== undefined &&
  import.meta.url === globalThis.process.getBuiltinModule("node:url").pathToFileURL(process.argv[1] ?? "").href
) {
  runCommand(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      console.error(error.message);
      process.exitCode = 2;
    },
  );
}
