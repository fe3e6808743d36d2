import { reader } from "@/lib/db/reader";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { type KnownReviewer, toUnknownReviewer } from "./load-reviewer";

/** Who looks, with the kinds they review: to say what they may do. A decision reads them again. */
export async function loadViewer(ctx: RequestContext): Promise<KnownReviewer> {
  const actor = getPersonActor(ctx);
  const person = await reader().person.findUnique({
    where: { id: actor.personId },
    select: { name: true, status: true, roles: true, reviewKinds: true },
  });
  if (person === null) return toUnknownReviewer(actor);
  const { name, status, roles, reviewKinds } = person;
  return { personId: actor.personId, name, isActive: status === "active", roles, kinds: reviewKinds };
}
