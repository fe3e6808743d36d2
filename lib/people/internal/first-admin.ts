import type { Transaction } from "@/lib/db/client";

/** Whether somebody can already make people. Held for the transaction: of two that make the first admin, one waits and then sees the other's. */
export async function lockAndFindActiveAdmin(tx: Transaction): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(4702111235)`;
  const admins = await tx.person.count({ where: { status: "active", roles: { has: "admin" } } });
  return admins > 0;
}
