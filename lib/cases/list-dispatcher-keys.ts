import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { DispatcherKeyId } from "@/lib/kernel/ids";

export type DispatcherKeyRow = {
  id: DispatcherKeyId;
  label: string;
  hint: string;
  status: "live" | "expired" | "revoked";
  createdAt: Date;
  expiresAt: Date;
  /** When it last opened a case; null when it never did. */
  lastUsedAt: Date | null;
};

/** The keys of dispatchers, newest first; at most 200. */
export async function listDispatcherKeys(ctx: RequestContext): Promise<DispatcherKeyRow[]> {
  authorize(ctx, "dispatcher_key:read");
  const keys = await reader().dispatcherKey.findMany({
    orderBy: { id: "desc" },
    take: 200,
    select: {
      id: true,
      label: true,
      hint: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      cases: { orderBy: { id: "desc" }, take: 1, select: { openedAt: true } },
    },
  });
  return keys.map(({ revokedAt, cases, ...key }) => ({
    ...key,
    id: key.id as DispatcherKeyId,
    status: revokedAt !== null ? "revoked" : key.expiresAt <= ctx.now ? "expired" : "live",
    lastUsedAt: cases[0]?.openedAt ?? null,
  }));
}
