import { expect, test } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { newContext } from "@/lib/identity/new-context";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { sha256Hex } from "@/lib/runtime/hashing";
import { disablePerson } from "./disable-person";
import { signIn } from "./sign-in";
import { contextOf, makeTestPerson, signInAs, TEST_PASSWORD } from "./test-person";

await createTestDatabase();

const WRONG = "not the right password";

function at(ms: number, address: string | null = null): RequestContext {
  const now = new Date(Date.UTC(2030, 0, 1) + ms);
  return { ...newContext({ kind: "anonymous" }, address), now };
}

async function attempt(ctx: RequestContext, email: string, password: string): Promise<string> {
  return signIn(ctx, { email, password }).then(
    () => "in",
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error)),
  );
}

async function attempts(count: number, ctx: RequestContext, email: string, password = WRONG): Promise<string[]> {
  const codes: string[] = [];
  for (let n = 0; n < count; n += 1) codes.push(await attempt(ctx, email, password));
  return codes;
}

test("the database holds the hash of a session's token, never the token", async () => {
  const { token, actor } = await signInAs(["steward"]);
  const row = await reader().session.findUniqueOrThrow({ where: { id: actor.sessionId } });
  expect(row.tokenHash).toBe(sha256Hex(token));
  expect(JSON.stringify(row)).not.toContain(token);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

test("a password is stored as argon2id with at least 19 MiB, two passes", async () => {
  const { personId } = await makeTestPerson(["steward"]);
  const { passwordHash } = await reader().person.findUniqueOrThrow({ where: { id: personId } });
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(passwordHash ?? "") ?? [];
  expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
  expect(Number(passes)).toBeGreaterThanOrEqual(2);
});

test("every sign-in starts a session of its own, so a token fixed beforehand is worth nothing", async () => {
  const person = await makeTestPerson(["steward"]);
  const signedIn = await Promise.all(Array.from({ length: 5 }, () => signIn(at(0), person)));
  expect(new Set(signedIn.map(({ token }) => token)).size).toBe(5);
  const contexts = await Promise.all(signedIn.map(({ token }) => contextOf(token, at(1).now)));
  expect(contexts.map(({ actor }) => actor.kind)).toEqual(Array(5).fill("person"));
  expect((await contextOf("a-token-that-somebody-chose", at(1).now)).actor.kind).toBe("anonymous");
});

test("an e-mail signs in however it is typed; a password only as it is", async () => {
  const { email } = await makeTestPerson(["steward"]);
  expect(await attempt(at(0), `  ${email.toUpperCase()} `, TEST_PASSWORD)).toBe("in");
  expect(await attempt(at(0), email, TEST_PASSWORD.toUpperCase())).toBe("unauthenticated");
});

test("a wrong password, an unknown account and a disabled one get the same answer", async () => {
  const known = await makeTestPerson(["steward"]);
  const disabled = await makeTestPerson(["steward"]);
  const { ctx } = await signInAs(["admin"]);
  await disablePerson(ctx, disabled);
  const answers = [
    [known.email, WRONG],
    ["nobody@example.com", TEST_PASSWORD],
    [disabled.email, TEST_PASSWORD],
  ].map(([email = "", password = ""]) => signIn(at(0), { email, password }).catch((error: unknown) => String(error)));
  expect(new Set(await Promise.all(answers)).size).toBe(1);
});

test("an account that failed five times has to wait, and longer after each further failure", async () => {
  const { email } = await makeTestPerson(["steward"]);
  expect(await attempts(5, at(0), email)).toEqual(Array(5).fill("unauthenticated"));
  expect(await attempt(at(1000), email, TEST_PASSWORD)).toBe("too_many_requests");
  expect(await attempt(at(31_000), email, WRONG)).toBe("unauthenticated");
  expect(await attempt(at(31_000 + 45_000), email, TEST_PASSWORD)).toBe("too_many_requests");
  expect(await attempt(at(31_000 + 61_000), email, TEST_PASSWORD)).toBe("in");
  expect(await attempts(5, at(100_000), email)).toEqual(Array(5).fill("unauthenticated"));
});

test("an account that does not exist is made to wait like one that does", async () => {
  const codes = await attempts(6, at(0), "somebody-unknown@example.com");
  expect(codes).toEqual([...Array(5).fill("unauthenticated"), "too_many_requests"]);
});

test("one address cannot try many accounts, and others can still sign in", async () => {
  const person = await makeTestPerson(["steward"]);
  for (let n = 0; n < 30; n += 1) {
    expect(await attempt(at(0, "2001:db8:1:1::1"), `guess-${n}@example.com`, WRONG)).toBe("unauthenticated");
  }
  expect(await attempt(at(1, "2001:db8:1:1:ffff::2"), person.email, TEST_PASSWORD)).toBe("too_many_requests");
  expect(await attempt(at(1, "2001:db8:1:2::1"), person.email, TEST_PASSWORD)).toBe("in");
});

test("signing in does not clear the count of the address", async () => {
  const person = await makeTestPerson(["steward"]);
  const from = (ms: number) => at(ms, "192.0.2.7");
  for (let n = 0; n < 30; n += 1) {
    if (n === 29) expect(await attempt(from(0), person.email, TEST_PASSWORD)).toBe("in");
    await attempt(from(0), `other-${n}@example.com`, WRONG);
  }
  expect(await attempt(from(1), person.email, TEST_PASSWORD)).toBe("too_many_requests");
});

test("forty wrong passwords at the same moment get no more tries than one by one, nor does the right one among them", async () => {
  const { email } = await makeTestPerson(["steward"]);
  const codes = await Promise.all(Array.from({ length: 40 }, () => attempt(at(0), email, WRONG)));
  expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(5);
  expect(codes.filter((code) => code === "too_many_requests")).toHaveLength(35);
  expect(await attempt(at(1), email, TEST_PASSWORD)).toBe("too_many_requests");
});

test("a refused sign-in is on record without the e-mail that was typed", async () => {
  const typed = "somebody-private@example.com";
  const ctx = at(0, "192.0.2.44");
  await attempt(ctx, typed, WRONG);
  const [event] = await reader().auditEvent.findMany({ where: { requestId: ctx.requestId } });
  expect(event?.action).toBe("sign_in.refused");
  expect(event?.text).not.toContain("somebody-private");
  expect(JSON.parse(event?.text ?? "{}")).toMatchObject({
    reason: "wrong_credentials",
    accountRef: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const buckets = await reader().signInThrottle.findMany();
  expect(JSON.stringify(buckets)).not.toMatch(/somebody-private|192\.0\.2\.44/);
});

test("somebody disabled while their password is being checked does not get in", async () => {
  const { ctx } = await signInAs(["admin"]);
  for (let n = 0; n < 3; n += 1) {
    const person = await makeTestPerson(["steward"]);
    const [, signedIn] = await Promise.all([disablePerson(ctx, person), signIn(at(0), person).catch(() => null)]);
    if (signedIn) expect((await contextOf(signedIn.token, at(1).now)).actor.kind).toBe("anonymous");
    expect(await reader().session.count({ where: { personId: person.personId } })).toBe(0);
  }
});
