import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { ROLES } from "@/lib/kernel/vocabulary";

const LockedPeople = z.array(
  z.object({
    id: z.string(),
    email: z.string(),
    status: z.enum(["invited", "active", "disabled"]),
    roles: z.array(z.enum(ROLES)),
    reviewKinds: z.array(z.enum(TRIAGE_KINDS)),
  }),
);
export type LockedPerson = z.output<typeof LockedPeople>[number];

/**
 * The person, with all active admins, locked until the transaction ends, so that two changes cannot each leave the other's admin as the
 * last one. Throws `not_found`.
 */
export async function lockPersonAndAdmins(
  tx: Transaction,
  personId: string,
): Promise<{ person: LockedPerson; otherActiveAdmins: number }> {
  const people = LockedPeople.parse(
    await tx.$queryRaw`
      SELECT id::text, email, status::text, roles::text[], coalesce(review_kinds, '{}')::text[] AS "reviewKinds" FROM person
      WHERE id = ${personId}::uuid OR (status = 'active' AND 'admin' = ANY (roles))
      ORDER BY id FOR NO KEY UPDATE`,
  );
  const person = people.find(({ id }) => id === personId.toLowerCase());
  if (!person) throw new DomainError("not_found", "There is no such person.");
  const others = people.filter(
    ({ id, status, roles }) => id !== person.id && status === "active" && roles.includes("admin"),
  );
  return { person, otherActiveAdmins: others.length };
}

/** Gatehouse without an admin could be changed by nobody. */
export function assertAdminRemains({
  person,
  otherActiveAdmins,
}: {
  person: LockedPerson;
  otherActiveAdmins: number;
}): void {
  const isActiveAdmin = person.status === "active" && person.roles.includes("admin");
  if (isActiveAdmin && otherActiveAdmins === 0) {
    throw new DomainError("conflict", "This is the last active admin: make somebody else an admin first.");
  }
}
