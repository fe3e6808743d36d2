import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { Actor, RequestContext } from "@/lib/identity/request-context";
import { SESSION_MS } from "@/lib/identity/session-limits";
import { DomainError } from "@/lib/kernel/domain-error";
import type { PersonId, SessionId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/kernel/vocabulary";
import { newToken, sha256Hex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { isPasswordRight } from "./internal/password";
import { waitMs } from "./internal/throttle";
import {
  clearAccountBucket,
  countFailure,
  findWaitMs,
  lockBuckets,
  toAccountRef,
  toBucketKeys,
} from "./internal/throttle-buckets";

export const SignInInput = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(200),
  userAgent: z
    .string()
    .nullish()
    .transform((text) => text?.slice(0, 200) ?? null),
});
export type SignInInput = z.input<typeof SignInInput>;

/** The token goes into the cookie and is stored nowhere. */
export type SignedIn = { token: string; personId: PersonId; name: string; email: string; expiresAt: Date };

type Person = { id: string; name: string; email: string; roles: readonly Role[] };
type Known = Person & { status: string; passwordHash: string | null };
type Refusal = { reason: "wrong_credentials" | "throttled" | "not_active"; waitMs: number };
type Attempt = { accountRef: string; keys: string[]; known: Known | null; isRight: boolean; userAgent: string | null };
type Judged = { result: SignedIn | Refusal; events: [AuditEvent, ...AuditEvent[]]; actor?: Actor };

function refuse(attempt: Attempt, refusal: Refusal): Judged {
  const person = attempt.known ? { personId: attempt.known.id } : {};
  return {
    result: refusal,
    events: [{ action: "sign_in.refused", reason: refusal.reason, accountRef: attempt.accountRef, ...person }],
  };
}

/** Whether what the password was compared with is still the person's, who cannot be disabled or changed before the session is there. */
async function isStillTrue(tx: Transaction, known: Known): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM person
    WHERE id = ${known.id}::uuid AND status = 'active' AND password_hash = ${known.passwordHash} FOR SHARE`;
  return rows.length === 1;
}

async function startSession(tx: Transaction, ctx: RequestContext, attempt: Attempt, person: Person): Promise<Judged> {
  const token = newToken();
  const id = newId(ctx.now);
  const expiresAt = new Date(ctx.now.getTime() + SESSION_MS);
  const times = { createdAt: ctx.now, lastSeenAt: ctx.now, expiresAt };
  const { userAgent } = attempt;
  const { name, email, roles } = person;
  const personId = person.id as PersonId;
  await tx.session.create({
    data: { id, personId: person.id, tokenHash: sha256Hex(token), ...times, address: ctx.address, userAgent },
  });
  await clearAccountBucket(tx, attempt.accountRef);
  return {
    result: { token, personId, name, email, expiresAt },
    events: [{ action: "session.started", personId, sessionId: id }],
    actor: { kind: "person", personId, sessionId: id as SessionId, name, email, roles },
  };
}

/** Attempts on one account or from one address are judged one after the other: many at once get no more tries than one by one. */
async function judge(tx: Transaction, ctx: RequestContext, attempt: Attempt): Promise<Judged> {
  const buckets = await lockBuckets(tx, attempt.keys, ctx.now);
  const wait = Math.max(0, ...buckets.map((bucket) => waitMs(bucket, ctx.now)));
  if (wait > 0) return refuse(attempt, { reason: "throttled", waitMs: wait });
  const { known } = attempt;
  if (known && attempt.isRight && (await isStillTrue(tx, known))) return startSession(tx, ctx, attempt, known);
  await countFailure(tx, buckets, ctx.now);
  return refuse(attempt, { reason: known && attempt.isRight ? "not_active" : "wrong_credentials", waitMs: 0 });
}

async function compare(email: string, password: string): Promise<{ known: Known | null; isRight: boolean }> {
  const select = { id: true, name: true, email: true, roles: true, status: true, passwordHash: true } as const;
  const known = await reader().person.findUnique({ where: { email }, select });
  return { known, isRight: await isPasswordRight(password, known?.passwordHash ?? null) };
}

/**
 * Starts a session. A refusal is the same for a wrong password, an unknown and a disabled account, and takes the same work: `unauthenticated`.
 * After too many of them on one account or from one address, known or not, `too_many_requests` until the wait is over.
 */
export async function signIn(ctx: RequestContext, input: SignInInput): Promise<SignedIn> {
  authorize(ctx, "session:start");
  const { email, password, userAgent } = parseInput(SignInInput, input);
  const accountRef = toAccountRef(email);
  const keys = toBucketKeys(accountRef, ctx.address);
  const isBlocked = (await findWaitMs(keys, ctx.now)) > 0;
  const compared = isBlocked ? { known: null, isRight: false } : await compare(email, password);
  const result = await commit(ctx, (tx) => judge(tx, ctx, { accountRef, keys, userAgent, ...compared }));
  if ("token" in result) return result;
  if (result.reason !== "throttled")
    throw new DomainError("unauthenticated", "This e-mail and password do not fit together.");
  const minutes = Math.ceil(result.waitMs / 60_000);
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  throw new DomainError("too_many_requests", `There were too many attempts to sign in. Wait ${wait}, then try again.`);
}
