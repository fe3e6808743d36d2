import { expect, test } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { newSystemContext } from "@/lib/identity/new-context";
import { testPerson } from "@/lib/identity/test-contexts";
import { runSql } from "@/lib/catalog/test-discovery";
import { removeSpentSignIns } from "@/lib/people/remove-spent-sign-ins";

const database = await createTestDatabase();

const ROWS = `
  INSERT INTO one_time_link (id, purpose, token_hash, expires_at) VALUES
    (gen_random_uuid(), 'first_admin', 'over', now() - interval '1 minute'),
    (gen_random_uuid(), 'first_admin', 'open', now() + interval '1 hour');
  INSERT INTO sign_in_throttle (key, failures, window_start, blocked_until) VALUES
    ('old', 3, now() - interval '2 hours', NULL), ('old and free', 9, now() - interval '2 hours', now() - interval '1 minute'),
    ('old and blocked', 9, now() - interval '2 hours', now() + interval '1 minute'), ('new', 1, now(), NULL);`;

test("what is over is removed with an event, what still holds somebody up stays", async () => {
  await runSql(database.superuserUrl, ROWS);
  expect(await removeSpentSignIns(newSystemContext("jobs"))).toEqual({ links: 1, throttles: 2 });
  const links = await reader().oneTimeLink.findMany({ select: { tokenHash: true } });
  const throttles = await reader().signInThrottle.findMany({ select: { key: true }, orderBy: { key: "asc" } });
  expect(links.map(({ tokenHash }) => tokenHash)).toEqual(["open"]);
  expect(throttles.map(({ key }) => key)).toEqual(["new", "old and blocked"]);
  expect(await removeSpentSignIns(newSystemContext("jobs"))).toEqual({ links: 0, throttles: 0 });
  expect(await reader().auditEvent.count({ where: { action: "sign_in.tidied" } })).toBe(1);
  await expect(removeSpentSignIns(testPerson(["admin"]))).rejects.toMatchObject({ code: "not_permitted" });
});
