import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connectSource } from "@/lib/catalog/connect-source";
import { requestDiscovery } from "@/lib/catalog/request-discovery";
import { runDiscovery } from "@/lib/catalog/run-discovery";
import { testSource } from "@/lib/catalog/test-source";
import { findInDatabase } from "@/lib/db/find-in-database";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import { newSystemContext } from "@/lib/identity/new-context";
import { addPerson } from "@/lib/people/add-person";
import { signIn } from "@/lib/people/sign-in";
import { anonymousContext, toLinkToken } from "@/lib/people/test-person";
import { useOneTimeLink } from "@/lib/people/use-one-time-link";
import { getEnv } from "@/lib/runtime/env";
import { startTestGate } from "./gate-fixture";

const database = await createTestDatabase();
const { call } = await startTestGate({ GATEHOUSE_LOG_LEVEL: "debug" });
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
  }
});
afterEach(() => vi.restoreAllMocks());

async function fail(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "it worked",
    (error: unknown) => `${String(error)} ${JSON.stringify(error)}`,
  );
}

/** Does with each kind of secret what can be done with it, rightly and wrongly. Returns the secrets and all that was answered. */
async function useSecrets(): Promise<{ secrets: { [what: string]: string }; answers: string[] }> {
  const answers: string[] = [];
  const sourcePassword = `source-${randomBytes(12).toString("hex")}`;
  const wrong = {
    name: `Wrong ${sourcePassword.slice(-4)}`,
    host: "127.0.0.1",
    port: 1,
    database: "none",
    username: "nobody",
  };
  const ctx = newSystemContext("start");
  const sourceId = await connectSource(ctx, { ...wrong, password: sourcePassword, tlsMode: "disable" });
  answers.push(JSON.stringify(await testSource(ctx, { sourceId })));
  const runId = await requestDiscovery(ctx, { sourceId });
  answers.push(await runDiscovery(ctx, { runId }, { clock: () => new Date() }));

  const { passwordLink } = await addPerson(ctx, { name: "New", email: "new@example.com", roles: ["steward"] });
  const linkToken = toLinkToken(passwordLink);
  const password = `person-${randomBytes(12).toString("hex")}`;
  const use = { purpose: "set_password", token: linkToken, password } as const;
  await useOneTimeLink(anonymousContext(), use);
  answers.push(await fail(useOneTimeLink(anonymousContext(), use)));
  const { token: sessionToken } = await signIn(anonymousContext(), { email: "new@example.com", password });
  answers.push(await fail(signIn(anonymousContext(), { email: "new@example.com", password: `${password}x` })));

  const data = await makeTestData(
    "CREATE TABLE customer (id int PRIMARY KEY, name text); INSERT INTO customer VALUES (1, 'Ada')",
  );
  const agent = await addReader(data, [{ dataset: "customer", fields: { id: "clear" } }]);
  const body = { dataset: "customer", purpose: "customer_support" };
  for (const key of [agent.key, `${agent.key.slice(0, -1)}?`, agent.key.toLowerCase()]) {
    const { text, headers } = await call("POST", "/v1/read", { key, body });
    answers.push(text, JSON.stringify([...headers]));
  }
  return { secrets: { sourcePassword, linkToken, password, sessionToken, agentKey: agent.key }, answers };
}

it("a secret is in no row, event, log line, answer or error", { timeout: 60_000 }, async () => {
  const { secrets, answers } = await useSecrets();
  const { sessionSecret, keyPepper, tokenKey } = getEnv();
  const all = {
    ...secrets,
    sessionSecret,
    keyPepper: keyPepper.toString("base64url"),
    tokenKey: tokenKey.toString("hex"),
  };
  expect(answers.length).toBeGreaterThan(8);
  expect(await findInDatabase(database.superuserUrl, "new@example.com")).toEqual(["public.person"]);
  for (const [what, secret] of Object.entries(all)) {
    expect(secret.length, what).toBeGreaterThan(20);
    expect(await findInDatabase(database.superuserUrl, secret), what).toEqual([]);
    expect(
      answers.filter((answer) => answer.includes(secret)),
      what,
    ).toEqual([]);
    expect(
      written.filter((line) => line.includes(secret)),
      what,
    ).toEqual([]);
  }
});
