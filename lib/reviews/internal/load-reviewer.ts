import type { Transaction } from "@/lib/db/client";
import type { PersonActor } from "@/lib/identity/request-context";
import type { Reviewer } from "@/lib/kernel/find-reviewer-obstacle";
import type { PersonId } from "@/lib/kernel/ids";

export type KnownReviewer = Reviewer & { personId: PersonId; name: string };

const SELECT = { id: true, name: true, status: true, roles: true, reviewKinds: true } as const;

/** The person as the database says now; null for an unknown one. */
export async function readReviewer(tx: Transaction, personId: string): Promise<KnownReviewer | null> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: SELECT });
  if (person === null) return null;
  const { id, status, roles, reviewKinds, name } = person;
  return { personId: id as PersonId, name, isActive: status === "active", roles, kinds: reviewKinds };
}

/** The same for the rest of the transaction: a change of roles or kinds waits until the decision is stored. */
export async function lockReviewer(tx: Transaction, personId: string): Promise<KnownReviewer | null> {
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR SHARE`;
  return readReviewer(tx, personId);
}

/** Who asks, where nothing of them is stored any more: may nothing. */
export function toUnknownReviewer({ personId, name }: PersonActor): KnownReviewer {
  return { personId, name, isActive: false, roles: [], kinds: [] };
}
