import type { Context } from "hono";
import { getCheckpoint } from "@/lib/audit/get-checkpoint";
import { getTile } from "@/lib/audit/get-tile";
import { listLogKeys } from "@/lib/audit/list-log-keys";
import type { GateEnv } from "@/gate/gate-env";

/** C2SP tlog-tiles: the newest signed head. */
export async function getLogCheckpoint(c: Context<GateEnv>): Promise<Response> {
  return c.text(await getCheckpoint(c.get("ctx")));
}

/** C2SP tlog-tiles: hashes only, 32 bytes each. */
export async function getLogTile(c: Context<GateEnv>): Promise<Response> {
  const { hashes, isFull } = await getTile(c.get("ctx"), c.req.path.replace(/^\/log\//, ""));
  if (isFull) c.header("cache-control", "public, max-age=31536000, immutable");
  c.header("content-type", "application/octet-stream");
  return c.body(Uint8Array.from(hashes));
}

/** One verifier key a line. */
export async function getLogKeyList(c: Context<GateEnv>): Promise<Response> {
  const { keys } = await listLogKeys(c.get("ctx"));
  return c.text(keys.map(({ key }) => `${key}\n`).join(""));
}
