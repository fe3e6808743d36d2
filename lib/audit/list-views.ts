import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";

export type AuditViewRow = {
  id: string;
  name: string;
  isShared: boolean;
  isOwn: boolean;
  /** Of whom it is; null when that person is gone. */
  ownerName: string | null;
  query: string;
};

/** One's own views and those shared by others, by name. */
export async function listViews(ctx: RequestContext): Promise<AuditViewRow[]> {
  authorize(ctx, "audit_view:read");
  const ownerId = getPersonActor(ctx).personId;
  const views = await reader().auditView.findMany({
    where: { OR: [{ ownerId }, { isShared: true }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, name: true, isShared: true, ownerId: true, query: true },
  });
  const owners = await reader().person.findMany({
    where: { id: { in: [...new Set(views.map((view) => view.ownerId))] } },
    select: { id: true, name: true },
  });
  return views.map(({ ownerId: owner, ...view }) => ({
    ...view,
    isOwn: owner === ownerId,
    ownerName: owners.find(({ id }) => id === owner)?.name ?? null,
  }));
}
