import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { PersonId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";

export type ReviewerChoice = {
  id: PersonId;
  name: string;
  /** Empty for a colleague who can be asked and does not decide. */
  kinds: TriageKind[];
};

const CHOICES_MAX = 500;

/** The colleagues who can open the inbox, by name: to ask them, or to hand an item over to those who decide. */
export async function listReviewerChoices(ctx: RequestContext): Promise<ReviewerChoice[]> {
  authorize(ctx, "review:read");
  const people = await reader().person.findMany({
    where: { status: "active", roles: { hasSome: ["reviewer", "compliance"] } },
    select: { id: true, name: true, roles: true, reviewKinds: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: CHOICES_MAX,
  });
  return people.map(({ id, name, roles, reviewKinds }) => ({
    id: id as PersonId,
    name,
    kinds: roles.includes("reviewer") ? reviewKinds : [],
  }));
}
