import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import { openSaid } from "./said";

/** Locks a vendor's own answer that waits for a word. Throws `not_found`, or `conflict` when it waits no longer. */
export async function lockOffer(tx: Transaction, offerId: string) {
  await tx.$executeRaw`SELECT 1 FROM offered_answer WHERE id = ${offerId}::uuid FOR UPDATE`;
  const offer = await tx.offeredAnswer.findUnique({ where: { id: offerId } });
  if (offer === null) throw new DomainError("not_found", "There is no such answer of the vendor's.");
  if (offer.state !== "offered")
    throw new DomainError("conflict", "This answer of the vendor's does not wait for a word.");
  const { saidSealed, value, note, ...row } = offer;
  return { ...row, ...openSaid("offered_answer", { id: offer.id, saidSealed, value, note }) };
}
