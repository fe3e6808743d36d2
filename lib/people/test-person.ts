import { findSession } from "@/lib/identity/find-session";
import { newContext, newSystemContext } from "@/lib/identity/new-context";
import type { PersonActor, RequestContext } from "@/lib/identity/request-context";
import type { PersonId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/kernel/vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { addPerson } from "./add-person";
import { signIn } from "./sign-in";
import { useOneTimeLink } from "./use-one-time-link";

export type TestPerson = { personId: PersonId; email: string; password: string };

export const TEST_PASSWORD = "a long enough password";

export function toLinkToken(url: string | null): string {
  return url?.split("#")[1] ?? "";
}

/** Somebody nobody knows yet, as a test's request. */
export function anonymousContext(address: string | null = null): RequestContext {
  return newContext({ kind: "anonymous" }, address);
}

/** A person who can sign in, made as an admin would. */
export async function makeTestPerson(roles: readonly Role[]): Promise<TestPerson> {
  const email = `${newId(new Date())}@example.com`;
  const { personId, passwordLink } = await addPerson(newSystemContext("start"), {
    name: `Test ${roles.join(" ")}`,
    email,
    roles: [...roles],
  });
  await useOneTimeLink(anonymousContext(), {
    purpose: "set_password",
    token: toLinkToken(passwordLink),
    password: TEST_PASSWORD,
  });
  return { personId, email, password: TEST_PASSWORD };
}

/** The request of whoever holds the token; anonymous when it lets nobody in. */
export async function contextOf(token: string, now = new Date()): Promise<RequestContext> {
  const session = await findSession(token, now);
  return { ...newContext(session?.actor ?? { kind: "anonymous" }), now };
}

/** A signed-in person with these roles, and their request. */
export async function signInAs(
  roles: readonly Role[],
): Promise<TestPerson & { token: string; ctx: RequestContext; actor: PersonActor }> {
  const person = await makeTestPerson(roles);
  const { token } = await signIn(anonymousContext(), person);
  const ctx = await contextOf(token);
  if (ctx.actor.kind !== "person") throw new Error("the test person is not signed in");
  return { ...person, token, ctx, actor: ctx.actor };
}
