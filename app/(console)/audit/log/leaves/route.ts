import { z } from "zod";
import { requireContext } from "@/app/session";
import { getTile } from "@/lib/audit/get-tile";
import { DomainError } from "@/lib/kernel/domain-error";
import { toTilePath, toTileWidth } from "@/lib/kernel/tiles";

const TILES_MAX = 64;
const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Asked = z.object({ first: number, size: number });

/** The leaf hashes of up to 64 tiles on, of the tree of `size`: the same tiles that the gate gives out, fewer requests. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requireContext("audit:read");
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response("first and size must be whole numbers.", { status: 400 });
  const { first, size } = asked.data;
  const tiles = Array.from({ length: TILES_MAX }, (_, step) => first + step)
    .map((index) => ({ level: 0, index, width: toTileWidth(0, index, size) }))
    .filter(({ width }) => width > 0);
  try {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const tile of tiles) parts.push(Uint8Array.from((await getTile(ctx, toTilePath(tile))).hashes));
    return new Response(new Blob(parts), { headers: { "content-type": "application/octet-stream" } });
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return new Response(error.message, { status: 404 });
    throw error;
  }
}
