import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { writeVerifierKey } from "@/lib/kernel/checkpoint";
import { getLogKeys, sha256 } from "./log/log-keys";

export type LogKeyList = {
  /** The log's name. */
  origin: string;
  /** C2SP verifier keys, those of earlier rotations too. */
  keys: { key: string; isCurrent: boolean }[];
};

/** The public keys that this log's checkpoints are checked with. */
export async function listLogKeys(ctx: RequestContext): Promise<LogKeyList> {
  authorize(ctx, "log:read");
  const { origin, current, all } = getLogKeys();
  return {
    origin,
    keys: all.map((key) => ({ key: writeVerifierKey(sha256, key.verifier), isCurrent: key.id === current.id })),
  };
}
