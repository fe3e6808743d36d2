import type { Choice } from "@/components/reviews/item-actions";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { listPeople } from "@/lib/people/list-people";

const PEOPLE_MAX = 200;

/** The reviewers who can be called when nobody decides, besides those who are named already; for who may see people. */
export async function listCallablePeople(
  ctx: RequestContext,
  named: readonly { id: string; name: string }[],
): Promise<Choice[]> {
  const rows = isPermitted(ctx.actor, "person:read")
    ? (await listPeople(ctx, { roles: ["reviewer"], statuses: ["active"], limit: PEOPLE_MAX })).rows
    : [];
  const people = new Map([...named, ...rows].map(({ id, name }) => [id, name]));
  return [...people].map(([value, label]) => ({ value, label }));
}
