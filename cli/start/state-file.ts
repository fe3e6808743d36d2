import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeOwnerOnlyFile } from "@/lib/runtime/secrets-file";

/** What later starts must know about the first one. */
const State = z.object({
  postgresPort: z.number().optional(),
  demo: z.enum(["loaded", "declined"]).optional(),
});
export type State = z.output<typeof State>;

function toStatePath(dataFolder: string): string {
  return join(dataFolder, "state.json");
}

export function readState(dataFolder: string): State {
  const path = toStatePath(dataFolder);
  if (!existsSync(path)) return {};
  try {
    return State.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`${path} cannot be read. It holds only the embedded Postgres' port; remove it and start again.`, {
      cause,
    });
  }
}

export function rememberState(dataFolder: string, change: State): void {
  writeOwnerOnlyFile(toStatePath(dataFolder), `${JSON.stringify({ ...readState(dataFolder), ...change }, null, 2)}\n`);
}
