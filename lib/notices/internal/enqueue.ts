import type { Transaction } from "@/lib/db/client";

/** Jobs only wake somebody sooner: what is due is in the rows, and a sweep finds it without them. */
const ATTEMPTS_MAX = 3;

/** One job for each notice; they start when the transaction is committed, or at `at`. */
export async function enqueueMail(
  tx: Transaction,
  noticeIds: readonly string[],
  at: Date | null = null,
): Promise<void> {
  if (noticeIds.length === 0) return;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('send_mail', json_build_object('noticeId', id), run_at := ${at}::timestamptz,
      job_key := 'send_mail:' || id, max_attempts := ${ATTEMPTS_MAX}::int)
    FROM unnest(${[...noticeIds]}::text[]) AS id`;
}

/** One job for each delivery. */
export async function enqueueDeliveries(
  tx: Transaction,
  ids: readonly string[],
  at: Date | null = null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('deliver_webhook', json_build_object('deliveryId', id), run_at := ${at}::timestamptz,
      job_key := 'deliver_webhook:' || id, max_attempts := ${ATTEMPTS_MAX}::int)
    FROM unnest(${[...ids]}::text[]) AS id`;
}

/** A digest that was not taken, once more. */
export async function enqueueDigest(tx: Transaction, personId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('send_digest', json_build_object('personId', ${personId}::text), run_at := ${at}::timestamptz,
      job_key := ${`send_digest:${personId}`}::text, max_attempts := ${ATTEMPTS_MAX}::int)`;
}
