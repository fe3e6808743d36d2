import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { PersonId } from "@/lib/kernel/ids";

export type PersonChoice = { id: PersonId; name: string; email: string };

const CHOICES_MAX = 500;

/** The people who may own or sponsor something: everybody who is active, by name. */
export async function listPersonChoices(ctx: RequestContext): Promise<PersonChoice[]> {
  authorize(ctx, "person:choose");
  const people = await reader().person.findMany({
    where: { status: "active" },
    select: { id: true, name: true, email: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: CHOICES_MAX,
  });
  return people.map((person) => ({ ...person, id: person.id as PersonId }));
}
