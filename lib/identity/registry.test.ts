import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, AgentKeyId, DispatcherKeyId } from "@/lib/kernel/ids";
import { ROLES } from "@/lib/kernel/vocabulary";
import { signInAs } from "@/lib/people/test-person";
import { newId } from "@/lib/runtime/new-id";
import { isPermitted } from "./authorize";
import { newContext, newSystemContext } from "./new-context";
import { PERMISSIONS, type Permission } from "./permissions";
import { VERBS } from "./registry";
import type { RequestContext } from "./request-context";

await createTestDatabase();

/** What takes a context and is not a verb: steps inside verbs, which have asked already. */
const STEPS = [
  "agents/move-agent",
  "policy/record-rejection",
  "policy/refuse-key",
  "policy/evaluate-access",
  "policy/record-release",
  "cases/record-case-refusal",
];

const ASKS = /\bauthorize(?:Agent)?\(ctx, "([a-z_]+:[a-z_]+)"\)/;
const TAKES_CONTEXT = /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*_?ctx: RequestContext/m;

/** The layers below the verbs, which take a context to write down or to ask who it is. */
const BELOW = ["kernel", "runtime", "db", "identity"];
const LOG = ["audit/commit", "audit/record", "audit/to-row"];

type VerbFile = { key: string; text: string };

function listFiles(): VerbFile[] {
  const folders = readdirSync("lib", { withFileTypes: true }).filter(
    (each) => each.isDirectory() && !BELOW.includes(each.name),
  );
  return folders.flatMap(({ name: folder }) =>
    readdirSync(`lib/${folder}`)
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => ({ key: `${folder}/${file.slice(0, -3)}`, text: readFileSync(`lib/${folder}/${file}`, "utf8") })),
  );
}

function toFunctionName(key: string): string {
  return (key.split("/")[1] ?? "").replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const files = listFiles();
const permissions = new Map<string, Permission>(
  Object.entries(VERBS).map(([key, { permission }]) => [key, permission]),
);

test("every file of lib that takes a request's context asks for the permission that the registry says, and first of all", () => {
  expect(files.length).toBeGreaterThan(50);
  const found = new Map<string, string>();
  for (const { key, text } of files) {
    if (STEPS.includes(key) || LOG.includes(key)) continue;
    const asked = ASKS.exec(text);
    const name = TAKES_CONTEXT.exec(text)?.[1];
    if (asked?.[1] !== undefined) found.set(key, asked[1]);
    expect(name === undefined || asked !== null, `${key} takes a context and asks for no permission`).toBe(true);
    if (asked === null) continue;
    expect(name, `the verb of ${key}`).toBe(toFunctionName(key));
    const body = text.slice(text.indexOf(`function ${name}`));
    expect(body, `${key} does something before it asks`).toMatch(
      /^[^{]*(?:\{[^}]*\}[^{]*)*?\{\n\s+(?:const \w+ = )?authorize/,
    );
  }
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(permissions));
});

test("every permission is asked for by a verb, so none is granted and never checked", () => {
  const asked = new Set(permissions.values());
  const idle = Object.keys(PERMISSIONS).filter((permission) => !asked.has(permission as Permission));
  expect(idle).toEqual([]);
});

async function toContexts(): Promise<[string, RequestContext][]> {
  const people: [string, RequestContext][] = [];
  for (const role of ROLES) people.push([role, (await signInAs([role])).ctx]);
  const agent = {
    kind: "agent",
    agentId: newId(new Date()) as AgentId,
    keyId: newId(new Date()) as AgentKeyId,
  } as const;
  return [
    ...people,
    ["nobody", newContext({ kind: "anonymous" })],
    ["agent", newContext(agent)],
    ["dispatcher", newContext({ kind: "dispatcher", keyId: newId(new Date()) as DispatcherKeyId })],
    ["system", newSystemContext("jobs")],
  ];
}

const contexts = await toContexts();

type Verb = (ctx: RequestContext, input: unknown, ...further: unknown[]) => Promise<unknown>;

/** What a verb is given besides its input. */
const FURTHER: Readonly<Record<string, unknown[]>> = {
  "notices/deliver-webhooks": [{ clock: () => new Date() }],
  "audit/run-export": [{ clock: () => new Date() }],
  "catalog/run-discovery": [{ clock: () => new Date() }],
};

async function call(key: string, ctx: RequestContext): Promise<string> {
  const [folder = "", file = ""] = key.split("/");
  const exported = (await import(`../${folder}/${file}.ts`)) as Record<string, unknown>;
  const verb = exported[toFunctionName(key)];
  if (typeof verb !== "function") throw new Error(`${key} exports no ${toFunctionName(key)}`);
  try {
    await (verb as Verb)(ctx, {}, ...(FURTHER[key] ?? []));
    return "done";
  } catch (error) {
    return error instanceof DomainError ? error.code : "crashed";
  }
}

test.each([...permissions])("%s lets in whom %s names, and nobody else", async (key, permission) => {
  for (const [name, ctx] of contexts) {
    const answer = await call(key, ctx);
    const refusal = ctx.actor.kind === "anonymous" ? "not_signed_in" : "not_permitted";
    if (isPermitted(ctx.actor, permission)) expect([name, answer]).not.toEqual([name, refusal]);
    else expect([name, answer]).toEqual([name, refusal]);
  }
});
