import { getReaderPool } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseTilePath, TILE_WIDTH, toTileWidth } from "@/lib/kernel/tiles";
import { loadTile } from "./log/tree-store";

export type Tile = {
  hashes: Uint8Array;
  /** A full tile never changes. */
  isFull: boolean;
};

/** One tile of the log, by its C2SP path (`tile/0/x001/234`). Throws `not_found` where the tree does not reach so far. */
export async function getTile(ctx: RequestContext, path: string): Promise<Tile> {
  authorize(ctx, "log:read");
  const tile = parseTilePath(path);
  const head = await reader().logHead.findUnique({ where: { id: 1 }, select: { size: true } });
  const width = tile === null ? 0 : toTileWidth(tile.level, tile.index, Number(head?.size ?? 0));
  const hashes = tile === null || tile.width > width ? null : await loadTile(getReaderPool(), tile);
  if (tile === null || hashes === null) throw new DomainError("not_found", "The log has no such tile.");
  return { hashes, isFull: tile.width === TILE_WIDTH };
}
