import { randomBytes } from "node:crypto";
import pg from "pg";
import { activateAgent } from "@/lib/agents/activate-agent";
import { registerAgent } from "@/lib/agents/register-agent";
import { confirmFields } from "@/lib/catalog/confirm-fields";
import { changeSource } from "@/lib/catalog/change-source";
import { connectSource } from "@/lib/catalog/connect-source";
import { requestDiscovery } from "@/lib/catalog/request-discovery";
import { runDiscovery } from "@/lib/catalog/run-discovery";
import { testSource } from "@/lib/catalog/test-source";
import { reader } from "@/lib/db/reader";
import { newContext, newSystemContext } from "@/lib/identity/new-context";
import type { Role } from "@/lib/kernel/vocabulary";
import { addPerson } from "@/lib/people/add-person";
import { makePasswordLink } from "@/lib/people/make-password-link";
import { useOneTimeLink } from "@/lib/people/use-one-time-link";
import { getEnv } from "@/lib/runtime/env";
import { grantScope } from "@/lib/scopes/grant-scope";
import { createReadOnlyRole } from "@/prisma/demo/create-read-only-role";
import { loadDemoSource } from "@/prisma/demo/load-demo-source";
import { DEMO_AGENTS, DEMO_PEOPLE, DEMO_SOURCE } from "./demo-company";
import { DEMO_TOPICS } from "./demo-messages";
import { setUpDemoVendors } from "./set-up-demo-vendors";
import type { SignIn } from "./set-up-order";
import { submitDemoMessages } from "./submit-demo-messages";

const HALF_YEAR_MS = 182 * 86_400_000;
/** Below this a person should look before it counts as confirmed. */
const CONFIDENCE_MIN = 0.8;

type Place = { sourceHost: string; sourcePort: number; superuserUrl: string };
type DemoSignIn = { signIn: SignIn; role: Role; personId: string };
type PeopleIds = { readonly [R in Role]?: string };

/** Adds a demo person who can sign in at once with a generated password; one who is there already gets a new password. */
async function addDemoPerson({ signsInAs, role, name, email }: (typeof DEMO_PEOPLE)[number]): Promise<DemoSignIn> {
  const ctx = newSystemContext("start");
  const known = await reader().person.findUnique({ where: { email }, select: { id: true } });
  const { personId, passwordLink } = known
    ? { personId: known.id, ...(await makePasswordLink(ctx, { personId: known.id })) }
    : await addPerson(ctx, { name, email, roles: [role] });
  const password = randomBytes(12).toString("base64url");
  const token = new URL(passwordLink).hash.slice(1);
  await useOneTimeLink(newContext({ kind: "anonymous" }), { purpose: "set_password", token, password });
  return { signIn: { role: signsInAs, email, password }, role, personId };
}

/** Makes the database of the demo company anew: a half-loaded one from a start that was interrupted is thrown away. */
async function makeDemoDatabase({ superuserUrl }: Place): Promise<{ password: string }> {
  const { database, username: role } = DEMO_SOURCE;
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database} ENCODING 'UTF8' TEMPLATE template0`);
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  const { rows } = await loadDemoSource(url.href, { scale: getEnv().demoScale });
  console.log(`  loaded ${rows.toLocaleString("en")} rows of the demo company`);
  const password = randomBytes(24).toString("base64url");
  await createReadOnlyRole(url.href, { database, role, password });
  return { password };
}

/** Connects the demo database as any source is connected, discovers it and confirms what is clear enough. */
async function catalogueDemoSource({ sourceHost, sourcePort }: Place, password: string): Promise<void> {
  const ctx = newSystemContext("start");
  const settings = { ...DEMO_SOURCE, host: sourceHost, port: sourcePort, password, tlsMode: "disable" } as const;
  const known = await reader().source.findUnique({ where: { name: DEMO_SOURCE.name }, select: { id: true } });
  const sourceId = known?.id ?? (await connectSource(ctx, settings));
  if (known) await changeSource(ctx, { sourceId, ...settings });
  await testSource(ctx, { sourceId });
  const runId = await requestDiscovery(ctx, { sourceId });
  const outcome = await runDiscovery(ctx, { runId }, { clock: () => new Date() });
  if (outcome !== "done") throw new Error(`the demo company's data could not be discovered: ${outcome}`);

  const granted = DEMO_AGENTS.flatMap((agent) => agent.scopes.map((scope) => scope.dataset));
  const datasets = await reader().dataset.findMany({
    where: { sourceId, name: { in: granted } },
    select: { id: true, fields: { select: { name: true, category: true, confidence: true } } },
  });
  for (const { id, fields } of datasets) {
    const sure = fields
      .filter((field) => field.confidence >= CONFIDENCE_MIN)
      .map(({ name, category }) => ({ name, category }));
    if (sure.length > 0) await confirmFields(newSystemContext("start"), { datasetId: id, fields: sure });
  }
}

async function registerDemoAgent(
  agent: (typeof DEMO_AGENTS)[number],
  people: PeopleIds,
  vendors: ReadonlyMap<string, string>,
): Promise<void> {
  if (await reader().agent.findUnique({ where: { name: agent.name }, select: { id: true } })) return;
  const ctx = newSystemContext("start");
  const { name, description, model, region, scopes, isActive } = agent;
  const ownerId = people.steward ?? "";
  const agentId = await registerAgent(ctx, {
    name,
    description,
    model,
    region,
    vendorId: vendors.get(agent.vendor) ?? null,
    ownerId,
    sponsorId: people.admin ?? "",
    topics: [...(DEMO_TOPICS[name] ?? [])],
  });
  for (const { dataset, ...scope } of scopes) {
    const { id: datasetId } = await reader().dataset.findUniqueOrThrow({
      where: { name: dataset },
      select: { id: true },
    });
    const expiresAt = new Date(ctx.now.getTime() + HALF_YEAR_MS);
    await grantScope(ctx, { agentId, datasetId, ...scope, expiresAt, note: "Part of the demo company." });
  }
  if (isActive) await activateAgent(ctx, { agentId, note: "Part of the demo company." });
}

function toSignIn(people: readonly DemoSignIn[], wanted: Role): SignIn {
  const found = people.find(({ role }) => role === wanted);
  if (found === undefined) throw new Error(`the demo company has no ${wanted}`);
  return found.signIn;
}

/** Makes the demo company: its database, its people, its classified data and its agents. Run again, it mends what is missing. */
export async function setUpDemo(place: Place & { ownerUrl: string }): Promise<{ signIns: SignIn[] }> {
  const { password } = await makeDemoDatabase(place);
  const people = await Promise.all(DEMO_PEOPLE.map(addDemoPerson));
  await catalogueDemoSource(place, password);
  // The first of each role counts.
  const ids = Object.fromEntries([...people].reverse().map(({ role, personId }) => [role, personId]));
  const vendors = await setUpDemoVendors(toSignIn(people, "steward"), toSignIn(people, "admin"));
  for (const agent of DEMO_AGENTS) await registerDemoAgent(agent, ids, vendors);
  await submitDemoMessages();
  return { signIns: people.map(({ signIn }) => signIn) };
}
