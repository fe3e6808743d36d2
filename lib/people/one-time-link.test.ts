import { expect, test } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { newSystemContext } from "@/lib/identity/new-context";
import { addPerson } from "./add-person";
import { createFirstAdminLink } from "./create-first-admin-link";
import { disablePerson } from "./disable-person";
import { makePasswordLink } from "./make-password-link";
import { signIn } from "./sign-in";
import { anonymousContext, contextOf, makeTestPerson, signInAs, TEST_PASSWORD, toLinkToken } from "./test-person";
import { type UseOneTimeLinkInput, useOneTimeLink } from "./use-one-time-link";

await createTestDatabase();

function makeAdmin(token: string, email: string): UseOneTimeLinkInput {
  return { purpose: "first_admin", token, name: "Ada Admin", email, password: TEST_PASSWORD };
}

function setPassword(token: string, password = TEST_PASSWORD): UseOneTimeLinkInput {
  return { purpose: "set_password", token, password };
}

// First in the file: these need a house without an admin.
test("the first admin's link works once, also when many use it at the same moment, and only the newest one does", async () => {
  const old = await createFirstAdminLink();
  const link = await createFirstAdminLink();
  const token = toLinkToken(link);
  expect(link).toMatch(/^http:\/\/localhost:\d+\/first-run#[A-Za-z0-9_-]{43}$/);
  await expect(
    useOneTimeLink(anonymousContext(), makeAdmin(toLinkToken(old), "old@example.com")),
  ).rejects.toMatchObject({ code: "not_found" });
  const uses = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) => useOneTimeLink(anonymousContext(), makeAdmin(token, `admin-${n}@example.com`))),
  );
  expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await reader().person.count()).toBe(1);
  expect(await createFirstAdminLink()).toBeNull();
});

test("a link's token is stored as a hash and is in no event", async () => {
  const { passwordLink } = await addPerson(newSystemContext("start"), {
    name: "Lin",
    email: "lin@example.com",
    roles: ["reviewer"],
  });
  const token = toLinkToken(passwordLink);
  const links = JSON.stringify(await reader().oneTimeLink.findMany());
  const events = (await reader().auditEvent.findMany()).map(({ text }) => text).join();
  expect(links + events).not.toContain(token);
});

test("a password link works once, also when many use it at the same moment", async () => {
  const { personId } = await makeTestPerson(["reviewer"]);
  const { passwordLink } = await makePasswordLink(newSystemContext("cli"), { personId });
  const uses = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) =>
      useOneTimeLink(anonymousContext(), setPassword(toLinkToken(passwordLink), `${TEST_PASSWORD} ${n}`)),
    ),
  );
  expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a newer password link makes the older one useless, and so do 24 hours", async () => {
  const { personId } = await makeTestPerson(["reviewer"]);
  const first = await makePasswordLink(newSystemContext("cli"), { personId });
  const second = await makePasswordLink(newSystemContext("cli"), { personId });
  const late = { ...anonymousContext(), now: new Date(Date.now() + 24 * 60 * 60 * 1000 + 1000) };
  const refused = { code: "not_found" };
  await expect(useOneTimeLink(anonymousContext(), setPassword(toLinkToken(first.passwordLink)))).rejects.toMatchObject(
    refused,
  );
  await expect(useOneTimeLink(late, setPassword(toLinkToken(second.passwordLink)))).rejects.toMatchObject(refused);
  await useOneTimeLink(anonymousContext(), setPassword(toLinkToken(second.passwordLink)));
});

test("a link for a password does not make an admin", async () => {
  const { personId } = await makeTestPerson(["reviewer"]);
  const { passwordLink } = await makePasswordLink(newSystemContext("cli"), { personId });
  await expect(
    useOneTimeLink(anonymousContext(), makeAdmin(toLinkToken(passwordLink), "sly@example.com")),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("setting a password ends every session of the person and lets them in again at once", async () => {
  const person = await signInAs(["reviewer"]);
  for (let n = 0; n < 6; n += 1) await signIn(anonymousContext(), { ...person, password: "wrong" }).catch(() => null);
  const { passwordLink } = await makePasswordLink(newSystemContext("cli"), { personId: person.personId });
  await useOneTimeLink(anonymousContext(), setPassword(toLinkToken(passwordLink), "another long password"));
  expect((await contextOf(person.token)).actor.kind).toBe("anonymous");
  const { token } = await signIn(anonymousContext(), { email: person.email, password: "another long password" });
  expect((await contextOf(token)).actor.kind).toBe("person");
  await expect(signIn(anonymousContext(), person)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("a disabled person's link is void", async () => {
  const { personId } = await makeTestPerson(["reviewer"]);
  const { passwordLink } = await makePasswordLink(newSystemContext("cli"), { personId });
  await disablePerson((await signInAs(["admin"])).ctx, { personId });
  await expect(useOneTimeLink(anonymousContext(), setPassword(toLinkToken(passwordLink)))).rejects.toMatchObject({
    code: "not_found",
  });
});

test("an e-mail address belongs to one person, also when two are added at the same moment", async () => {
  const added = await Promise.allSettled(
    Array.from({ length: 5 }, () =>
      addPerson(newSystemContext("start"), { name: "Twin", email: "Twin@Example.com", roles: ["steward"] }),
    ),
  );
  expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await reader().person.count({ where: { email: "twin@example.com" } })).toBe(1);
});

test.each(["short", "aaaaaaaaaaaaaaaa", "x".repeat(201)])(
  "a weak or endless password is refused: %s",
  async (password) => {
    const { personId } = await makeTestPerson(["reviewer"]);
    const { passwordLink } = await makePasswordLink(newSystemContext("cli"), { personId });
    const use = useOneTimeLink(anonymousContext(), setPassword(toLinkToken(passwordLink), password));
    await expect(use).rejects.toMatchObject({ code: "invalid_input", field: "password" });
  },
);
