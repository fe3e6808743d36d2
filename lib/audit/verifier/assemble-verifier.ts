import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Each part imports from those before it only. */
const PARTS = ["sha256.mjs", "notes.mjs", "tree.mjs", "files.mjs", "verify.mjs", "command.mjs"];

const HEAD = `// Gatehouse log verifier. One file without dependencies: Node 20.19 or newer, or a browser with Ed25519 in WebCrypto.
//   node verify.mjs <export.tar or folder> [--key <verifier key>] [--checkpoint <file that an anchor keeps>]
// Formats: RFC 6962 hashes, C2SP signed-note, tlog-checkpoint. Licence: Apache-2.0.
`;

let assembled: string | undefined;

/** The verifier as one file: what every export carries and the console serves. */
export function assembleVerifier(): string {
  assembled ??= [
    HEAD,
    ...PARTS.map((part) =>
      readFileSync(join("lib/audit/verifier", part), "utf8").replaceAll(/^import \{[^}]*\} from "\.\/[^"]+";\n/gm, ""),
    ),
  ].join("\n");
  return assembled;
}
