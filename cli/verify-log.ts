import { readFileSync } from "node:fs";
import { readAnchorFile } from "@/lib/audit/log/anchors/file-anchor";
import { getLogKeys, sha256 } from "@/lib/audit/log/log-keys";
import { verifyPath } from "@/lib/audit/verifier/command.mjs";
import { verifyLog } from "@/lib/audit/verify-log";
import { closePools } from "@/lib/db/pool";
import { newSystemContext } from "@/lib/identity/new-context";
import { writeVerifierKey } from "@/lib/kernel/checkpoint";
import { completeSettings } from "./start/complete-settings";

/**
 * `npm run verify-log` verifies the stored log; `npm run verify-log -- <export> [--key <key>] [--checkpoint <file>]` an export. Without a
 * key it trusts this installation's own, and its anchor folder. The exit code is 0 only for what is intact.
 */

type Options = { path: string | undefined; keys: string[]; outside: string[] };

function readOptions(args: readonly string[]): Options {
  const options: Options = { path: undefined, keys: [], outside: [] };
  for (let at = 0; at < args.length; at += 1) {
    const [name = "", value] = [args[at], args[at + 1]];
    if (name !== "--key" && name !== "--checkpoint") options.path = name;
    else if (value === undefined) throw new Error(`${name} needs a value behind it.`);
    else {
      if (name === "--key") options.keys.push(value);
      else options.outside.push(readFileSync(value, "utf8"));
      at += 1;
    }
  }
  return options;
}

/** This installation's keys and what its anchor folder holds, where there are any. */
function addOwn(options: Options): Options {
  if (process.env["GATEHOUSE_LOG_KEYS"] === undefined) return options;
  const { origin, all } = getLogKeys();
  const kept = readAnchorFile(origin).map((line) => `${JSON.stringify(line)}\n`);
  const outside = kept.length === 0 ? options.outside : [...options.outside, kept.join("")];
  return { ...options, keys: all.map((key) => writeVerifierKey(sha256, key.verifier)), outside };
}

async function verifyExport(given: Options, path: string): Promise<number> {
  const options = given.keys.length > 0 ? given : addOwn(given);
  const { isIntact, entries, size, keyId, trust, problem } = await verifyPath(path, options);
  if (problem !== null) console.log(`NOT INTACT: ${problem.sentence}`);
  if (problem !== null && problem.entry !== null) console.log(`First bad entry: ${problem.entry}`);
  if (isIntact) console.log(`Intact: ${entries} entries of a log of ${size}, signed by key ${keyId ?? ""}.`);
  if (trust === "export")
    console.log("The key was taken from the export itself: pass the one that you were given with --key.");
  return isIntact ? 0 : 1;
}

async function verifyStored(): Promise<number> {
  const { isIntact, size, withoutDetail, outsideCheckpoints, problem } = await verifyLog(newSystemContext("cli"));
  if (problem !== null) console.log(`NOT INTACT: ${problem.sentence}`);
  else console.log(`Intact: ${size} entries, compared with ${outsideCheckpoints} checkpoints outside the database.`);
  if (withoutDetail > 0)
    console.log(`The detail of ${withoutDetail} events was dropped by retention; their hashes are whole.`);
  return isIntact ? 0 : 1;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  completeSettings();
  return options.path === undefined ? verifyStored() : verifyExport(options, options.path);
}

main()
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    },
  )
  .finally(closePools);
