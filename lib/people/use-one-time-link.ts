import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { PersonId } from "@/lib/kernel/ids";
import { sha256Hex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { endSessions } from "./internal/end-sessions";
import { lockAndFindActiveAdmin } from "./internal/first-admin";
import { lockPersonAndAdmins } from "./internal/lock-person";
import { spendLinks } from "./internal/one-time-link";
import { hashPassword } from "./internal/password";
import { clearAccountBucket, toAccountRef } from "./internal/throttle-buckets";
import { Email, NewPassword, PersonName } from "./person-input";

const Token = z.string().max(100).default("");

export const UseOneTimeLinkInput = z.discriminatedUnion("purpose", [
  z.object({ purpose: z.literal("first_admin"), token: Token, name: PersonName, email: Email, password: NewPassword }),
  z.object({ purpose: z.literal("set_password"), token: Token, password: NewPassword }),
]);
export type UseOneTimeLinkInput = z.input<typeof UseOneTimeLinkInput>;
type Parsed = z.output<typeof UseOneTimeLinkInput>;

type Outcome = { personId: string; events: AuditEvent[] };

function refuse(): never {
  throw new DomainError(
    "not_found",
    "This link does not work: it was used, has expired or was replaced by a newer one. Ask for a new link.",
  );
}

/** Not a decision, only a saving: the costly hash is not made for a link that cannot work. */
async function assertMayWork(input: Parsed, now: Date): Promise<void> {
  const found = await reader().oneTimeLink.findUnique({
    where: { tokenHash: sha256Hex(input.token), purpose: input.purpose, usedAt: null, expiresAt: { gt: now } },
    select: { id: true },
  });
  if (!found) refuse();
}

/** One statement finds and spends the link, so of several that use it at once one gets it. */
async function spendLink(tx: Transaction, input: Parsed, now: Date): Promise<{ id: string; personId: string | null }> {
  const [link] = await tx.oneTimeLink.updateManyAndReturn({
    where: { tokenHash: sha256Hex(input.token), purpose: input.purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { id: true, personId: true },
  });
  return link ?? refuse();
}

async function makeFirstAdmin(
  tx: Transaction,
  ctx: RequestContext,
  input: Extract<Parsed, { purpose: "first_admin" }>,
  passwordHash: string,
): Promise<Outcome> {
  if (await lockAndFindActiveAdmin(tx)) throw new DomainError("conflict", "There is an admin already: sign in.");
  const { name, email } = input;
  const id = newId(ctx.now);
  const { count } = await tx.person.createMany({
    data: { id, name, email, passwordHash, status: "active", roles: ["admin"], createdAt: ctx.now },
    skipDuplicates: true,
  });
  if (count === 0) throw new DomainError("conflict", "Somebody with this e-mail address is here already.", "email");
  await spendLinks(tx, { purpose: "first_admin" }, ctx.now);
  return { personId: id, events: [{ action: "person.added", personId: id, after: { roles: ["admin"] } }] };
}

async function setPassword(tx: Transaction, ctx: RequestContext, id: string, passwordHash: string): Promise<Outcome> {
  const { person } = await lockPersonAndAdmins(tx, id);
  if (person.status === "disabled") refuse();
  await tx.person.update({ where: { id }, data: { passwordHash, status: "active" } });
  await spendLinks(tx, { purpose: "set_password", personId: id }, ctx.now);
  await clearAccountBucket(tx, toAccountRef(person.email));
  return { personId: id, events: await endSessions(tx, { personId: id }, "password_set") };
}

/**
 * Makes the first admin, or sets a person's password and activates them; either way the link works once, also when used several times
 * at the same moment. Setting a password ends the person's sessions. Throws `not_found` for a link that does not work.
 */
export async function useOneTimeLink(ctx: RequestContext, input: UseOneTimeLinkInput): Promise<PersonId> {
  authorize(ctx, "one_time_link:use");
  const parsed = parseInput(UseOneTimeLinkInput, input);
  await assertMayWork(parsed, ctx.now);
  const passwordHash = await hashPassword(parsed.password);
  return commit(ctx, async (tx) => {
    const link = await spendLink(tx, parsed, ctx.now);
    const { personId, events } =
      parsed.purpose === "first_admin"
        ? await makeFirstAdmin(tx, ctx, parsed, passwordHash)
        : await setPassword(tx, ctx, link.personId ?? refuse(), passwordHash);
    return {
      result: personId as PersonId,
      events: [
        { action: "one_time_link.used", linkId: link.id, purpose: parsed.purpose, personId },
        ...events,
        { action: "person.password_set", personId },
      ],
    };
  });
}
