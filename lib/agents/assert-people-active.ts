import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";

/** An owner and a sponsor are people who can answer today. Throws `invalid_input` naming the one who cannot. */
export async function assertPeopleActive(
  tx: Transaction,
  people: { ownerId: string; sponsorId: string },
): Promise<void> {
  for (const field of ["ownerId", "sponsorId"] as const) {
    const person = await tx.person.findUnique({ where: { id: people[field] }, select: { status: true } });
    if (person?.status !== "active") {
      const word = field === "ownerId" ? "owner" : "sponsor";
      throw new DomainError("invalid_input", `The ${word} must be a person who is active: choose another.`, field);
    }
  }
}
