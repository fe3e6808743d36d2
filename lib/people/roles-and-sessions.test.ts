import { expect, test } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { newSystemContext } from "@/lib/identity/new-context";
import { disablePerson } from "./disable-person";
import { enablePerson } from "./enable-person";
import { endExpiredSessions } from "./end-expired-sessions";
import { endPersonSessions } from "./end-person-sessions";
import { endSession } from "./end-session";
import { getPerson } from "./get-person";
import { listPeople } from "./list-people";
import { listSessions } from "./list-sessions";
import { refreshSession } from "./refresh-session";
import { setRoles } from "./set-roles";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";
import { anonymousContext, contextOf, signInAs } from "./test-person";

await createTestDatabase();

const MINUTE_MS = 60_000;

function after(minutes: number): Date {
  return new Date(Date.now() + minutes * MINUTE_MS);
}

// First in the file: these count the admins of the whole house.
test("the last active admin keeps the role and stays enabled", async () => {
  const { ctx, personId } = await signInAs(["admin", "steward"]);
  await expect(setRoles(ctx, { personId, roles: ["steward"] })).rejects.toMatchObject({ code: "conflict" });
  await expect(disablePerson(ctx, { personId })).rejects.toMatchObject({ code: "conflict" });
  await setRoles(ctx, { personId, roles: ["admin"] });
});

test("two admins who take each other's role at the same moment leave one admin", async () => {
  const [one, two] = [await signInAs(["admin"]), await signInAs(["admin"])];
  const others = await listPeople(one.ctx, { roles: ["admin"], statuses: ["active"] });
  for (const { id } of others.rows) {
    if (id !== one.personId && id !== two.personId) await disablePerson(one.ctx, { personId: id });
  }
  await Promise.allSettled([
    setRoles(one.ctx, { personId: two.personId, roles: ["steward"] }),
    disablePerson(two.ctx, { personId: one.personId }),
  ]);
  expect(await reader().person.count({ where: { status: "active", roles: { has: "admin" } } })).toBe(1);
});

test("changed roles end every session of the person at once and hold at the next sign-in", async () => {
  const admin = await signInAs(["admin"]);
  const person = await signInAs(["steward", "reviewer"]);
  const { token: second } = await signIn(anonymousContext(), person);
  await setRoles(admin.ctx, { personId: person.personId, roles: ["reviewer"] });
  expect((await contextOf(person.token)).actor.kind).toBe("anonymous");
  expect((await contextOf(second)).actor.kind).toBe("anonymous");
  const { token } = await signIn(anonymousContext(), person);
  expect((await contextOf(token)).actor).toMatchObject({ roles: ["reviewer"] });
});

test("a disabled person is out at once, cannot come back, and can when enabled again", async () => {
  const admin = await signInAs(["admin"]);
  const person = await signInAs(["steward"]);
  await disablePerson(admin.ctx, person);
  expect((await contextOf(person.token)).actor.kind).toBe("anonymous");
  await expect(signIn(anonymousContext(), person)).rejects.toMatchObject({ code: "unauthenticated" });
  await enablePerson(admin.ctx, person);
  await signIn(anonymousContext(), person);
});

test("signing out ends that session and no other", async () => {
  const person = await signInAs(["steward"]);
  const { token } = await signIn(anonymousContext(), person);
  await signOut(person.ctx);
  expect((await contextOf(person.token)).actor.kind).toBe("anonymous");
  expect((await contextOf(token)).actor.kind).toBe("person");
  await expect(signOut(person.ctx)).rejects.toMatchObject({ code: "conflict" });
});

test("an unused session ends after an hour, a used one after twelve", async () => {
  const { token } = await signInAs(["steward"]);
  expect((await contextOf(token, after(59))).actor.kind).toBe("person");
  expect((await contextOf(token, after(61))).actor.kind).toBe("anonymous");
  for (let minutes = 50; minutes < 720; minutes += 50) await refreshSession(await contextOf(token, after(minutes)));
  expect((await contextOf(token, after(719))).actor.kind).toBe("person");
  expect((await contextOf(token, after(721))).actor.kind).toBe("anonymous");
});

test("a session that was ended cannot be refreshed", async () => {
  const { ctx } = await signInAs(["steward"]);
  await signOut(ctx);
  await expect(refreshSession(ctx)).rejects.toMatchObject({ code: "not_signed_in" });
});

test("people see and end their own sessions, never another's", async () => {
  const person = await signInAs(["reviewer"]);
  const other = await signInAs(["reviewer"]);
  await signIn(anonymousContext("192.0.2.9"), { ...person, userAgent: "Browser" });
  const sessions = await listSessions(person.ctx);
  expect(sessions.map(({ isThisOne }) => isThisOne)).toEqual([false, true]);
  await expect(endSession(other.ctx, { sessionId: person.actor.sessionId })).rejects.toMatchObject({
    code: "not_found",
  });
  await endSession(person.ctx, { sessionId: sessions[0]?.id ?? "" });
  expect(await listSessions(person.ctx)).toHaveLength(1);
});

test("an admin signs a person out everywhere", async () => {
  const admin = await signInAs(["admin"]);
  const person = await signInAs(["reviewer"]);
  await signIn(anonymousContext(), person);
  expect((await getPerson(admin.ctx, person)).sessions).toHaveLength(2);
  expect(await endPersonSessions(admin.ctx, person)).toBe(2);
  expect((await contextOf(person.token)).actor.kind).toBe("anonymous");
});

test("sessions that let nobody in are removed, with an event each", async () => {
  const person = await signInAs(["reviewer"]);
  const ctx = { ...newSystemContext("jobs"), now: after(61) };
  expect(await endExpiredSessions(ctx)).toBeGreaterThan(0);
  expect(await reader().session.count({ where: { id: person.actor.sessionId } })).toBe(0);
  const events = await reader().auditEvent.findMany({ where: { requestId: ctx.requestId } });
  expect(events.some(({ text }) => text.includes(person.actor.sessionId) && text.includes('"cause":"expired"'))).toBe(
    true,
  );
  expect(await endExpiredSessions(ctx)).toBe(0);
});

test("the list of people is paged both ways and never holds a password", async () => {
  const { ctx } = await signInAs(["admin"]);
  const all = (await listPeople(ctx, { limit: 200 })).rows.map(({ id }) => id);
  const first = await listPeople(ctx, { limit: 2 });
  const second = await listPeople(ctx, { limit: 2, cursor: { direction: "after", value: first.next ?? "" } });
  const back = await listPeople(ctx, { limit: 2, cursor: { direction: "before", value: second.previous ?? "" } });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.slice(0, 4));
  expect(back).toEqual(first);
  expect(first.previous).toBeNull();
  expect(JSON.stringify(first)).not.toMatch(/argon2|password/i);
});
