import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { getEnv } from "@/lib/runtime/env";
import { newToken, sha256Hex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";

const LINK_MS = 24 * 60 * 60 * 1000;

export type LinkTarget = { purpose: "first_admin" } | { purpose: "set_password"; personId: string };

const PAGES = { first_admin: "/first-run", set_password: "/set-password" } as const;

/** Makes earlier links for the same target useless. They stay as rows: what was made and when is evidence. */
export async function spendLinks(tx: Transaction, target: LinkTarget, now: Date): Promise<void> {
  const personId = target.purpose === "set_password" ? target.personId : null;
  await tx.oneTimeLink.updateMany({
    where: { purpose: target.purpose, personId, usedAt: null },
    data: { usedAt: now },
  });
}

/**
 * A link that works once, for 24 hours. The token stands in the URL's fragment, which no browser sends, so it is in no log of a server or
 * proxy; only its hash is stored.
 */
export async function makeLink(
  tx: Transaction,
  ctx: RequestContext,
  target: LinkTarget,
): Promise<{ url: string; event: AuditEvent }> {
  await spendLinks(tx, target, ctx.now);
  const token = newToken();
  const id = newId(ctx.now);
  const expiresAt = new Date(ctx.now.getTime() + LINK_MS);
  const person = target.purpose === "set_password" ? { personId: target.personId } : {};
  await tx.oneTimeLink.create({
    data: { id, purpose: target.purpose, tokenHash: sha256Hex(token), createdAt: ctx.now, expiresAt, ...person },
  });
  return {
    url: `${getEnv().consoleUrl}${PAGES[target.purpose]}#${token}`,
    event: {
      action: "one_time_link.made",
      linkId: id,
      purpose: target.purpose,
      expiresAt: expiresAt.toISOString(),
      ...person,
    },
  };
}
