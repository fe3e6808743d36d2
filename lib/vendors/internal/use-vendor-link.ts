import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { toAddressBlock } from "@/lib/identity/client-address";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex, sha256Hex } from "@/lib/runtime/hashing";
import { toChecklistContent } from "@/lib/vendors/checklist-content";

export const LinkToken = z.string().max(100).default("");

const HOUR_MS = 3_600_000;
/** Saving as one types takes many calls; nobody types a thousand answers an hour. */
const USES_MAX = 1_000;
/** Wrong tokens from one address. 256 bits cannot be guessed: this only keeps the noise down. */
const MISSES_MAX = 30;

type Refusal = Extract<AuditEvent, { action: "vendor_link.refused" }>["reason"];
export type UsedLink = {
  linkId: string;
  vendorId: string;
  vendor: string;
  assessmentId: string;
  expiresAt: Date;
  content: ChecklistContent;
};
type Work<Result> = (tx: Transaction, link: UsedLink) => Promise<{ result: Result; events: OneOrMore<AuditEvent> }>;

const Count = z.array(z.object({ count: z.number() }));

/** Counts one more use in a window of an hour and returns how many there are. The row is locked until the transaction ends. */
async function countUse(tx: Transaction, key: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - HOUR_MS);
  // Whoever counts tidies a little of what is over: the table holds about an hour.
  await tx.$executeRaw`
    DELETE FROM vendor_link_throttle WHERE key IN (
      SELECT key FROM vendor_link_throttle WHERE window_start <= ${since}::timestamptz AND key <> ${key}
      ORDER BY key LIMIT 20 FOR UPDATE SKIP LOCKED)`;
  const rows = await tx.$queryRaw`
    INSERT INTO vendor_link_throttle AS one (key, count, window_start) VALUES (${key}, 1, ${now}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN one.window_start <= ${since}::timestamptz THEN 1 ELSE one.count + 1 END,
      window_start = CASE WHEN one.window_start <= ${since}::timestamptz THEN ${now}::timestamptz ELSE one.window_start END
    RETURNING count`;
  return Count.parse(rows)[0]?.count ?? 0;
}

async function findLink(
  tx: Transaction,
  token: string,
  now: Date,
): Promise<UsedLink | { linkId: string | null; reason: Refusal }> {
  const link = await tx.vendorLink.findUnique({
    where: { tokenHash: sha256Hex(token) },
    select: {
      id: true,
      vendorId: true,
      assessmentId: true,
      expiresAt: true,
      revokedAt: true,
      vendor: { select: { name: true } },
    },
  });
  if (link === null) return { linkId: null, reason: "unknown" };
  const { id: linkId, vendorId, assessmentId, expiresAt } = link;
  if (link.revokedAt !== null) return { linkId, reason: "revoked" };
  if (expiresAt <= now) return { linkId, reason: "expired" };
  await tx.$executeRaw`SELECT 1 FROM assessment WHERE id = ${assessmentId}::uuid FOR SHARE`;
  const assessment = await tx.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    select: { state: true, version: { select: { content: true } } },
  });
  if (assessment.state !== "draft") return { linkId, reason: "closed" };
  const content = toChecklistContent(assessment.version.content);
  return { linkId, vendorId, vendor: link.vendor.name, assessmentId, expiresAt, content };
}

function refuse(reason: Refusal): never {
  if (reason === "throttled")
    throw new DomainError("too_many_requests", "There were too many calls: try again in an hour.");
  // The same for a link that was revoked, has expired or never was: it tells nobody which.
  throw new DomainError(
    "not_found",
    "This link does not work: it has expired, was withdrawn or is no longer needed. Ask your contact for a new one.",
  );
}

async function judge(
  tx: Transaction,
  ctx: RequestContext,
  token: string,
): Promise<UsedLink | { linkId: string | null; reason: Refusal }> {
  const found = await findLink(tx, token, ctx.now);
  const isMiss = "reason" in found;
  const about = isMiss ? `address\n${toAddressBlock(ctx.address ?? "")}` : `link\n${found.linkId}`;
  const count = await countUse(tx, hmacHex(getEnv().pseudonymKey, `vendor link ${about}`), ctx.now);
  if (count > (isMiss ? MISSES_MAX : USES_MAX)) return { linkId: found.linkId, reason: "throttled" };
  return found;
}

/**
 * Does something for whoever holds a vendor's token. A refusal is in the log like a use, and counts towards the limit of its address.
 * Throws `not_found` for a token that does not work and `too_many_requests`.
 */
export async function useVendorLink<Result>(ctx: RequestContext, token: string, work: Work<Result>): Promise<Result> {
  const outcome = await commit<{ isDone: true; result: Result } | { isDone: false; reason: Refusal }>(
    ctx,
    async (tx) => {
      const found = await judge(tx, ctx, token);
      if ("reason" in found)
        return {
          result: { isDone: false, reason: found.reason },
          events: [{ action: "vendor_link.refused", ...found }],
        };
      await tx.vendorLink.update({ where: { id: found.linkId }, data: { lastUsedAt: ctx.now } });
      const { result, events } = await work(tx, found);
      return { result: { isDone: true, result }, events };
    },
  );
  return outcome.isDone ? outcome.result : refuse(outcome.reason);
}
