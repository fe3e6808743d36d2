import { describe, expect, it } from "vitest";
import { getAgent } from "@/lib/agents/get-agent";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData } from "@/lib/gateway/gateway-fixture";
import { newSystemContext } from "@/lib/identity/new-context";
import type { RequestContext } from "@/lib/identity/request-context";
import type { PersonId } from "@/lib/kernel/ids";
import { signInAs } from "@/lib/people/test-person";
import { getScope } from "@/lib/scopes/get-scope";
import { decideAccessItem } from "./decide-access-item";
import { endDueAccessReviews } from "./end-due-access-reviews";
import { getAccessReview } from "./get-access-review";
import { handOverAccessItem } from "./hand-over-access-item";
import { listAccessReviews } from "./list-access-reviews";
import { startAccessReview, type StartAccessReviewInput } from "./start-access-review";

await createTestDatabase();
const data = await makeTestData("CREATE TABLE customers (id int PRIMARY KEY, email text)");
const { ctx: admin } = await signInAs(["admin"]);
const { ctx: otherAdmin } = await signInAs(["admin"]);
const { ctx: steward } = await signInAs(["steward"]);
const { ctx: worker } = await signInAs(["reviewer", "steward"]);
const fields = { id: "clear", email: "clear" } as const;
const note = "For a test";
const DAY_MS = 86_400_000;

function personOf({ actor }: RequestContext): PersonId {
  if (actor.kind !== "person") throw new Error("no person");
  return actor.personId;
}

async function start(kinds: StartAccessReviewInput["kinds"], name = "Spring") {
  const reviewId = await startAccessReview(admin, { name, kinds, daysDue: 14 });
  const itemOf = async (subjectId: string) => {
    const { items } = await getAccessReview(admin, reviewId);
    const item = items.find((one) => one.subjectId === subjectId);
    if (item === undefined) throw new Error("it is not in the review");
    return item;
  };
  return { reviewId, itemOf };
}

describe("an access review", () => {
  it("goes through agents, scopes and roles, with what asks for a second thought", async () => {
    const agent = await addReader(data, [{ dataset: "customers", fields }]);
    const idle = await addReader(data, []);
    const [scopeId = ""] = agent.scopeIds;
    const { itemOf } = await start(["agent", "scope", "roles"]);
    expect((await itemOf(scopeId)).flags).toContain("sensitive_in_clear");
    expect((await itemOf(agent.agentId)).flags).toEqual([]);
    expect((await itemOf(idle.agentId)).flags).toEqual(["no_live_scope"]);
    expect((await itemOf(personOf(worker))).flags).toEqual(["several_roles"]);
    expect((await itemOf(personOf(admin))).facts.isOwn).toBe(true);
  });

  it("keeps, narrows and revokes, each with its effect and an event", async () => {
    const [kept, narrowed, revoked] = await Promise.all(
      [1, 2, 3].map(() => addReader(data, [{ dataset: "customers", fields }])),
    );
    const { itemOf } = await start(["scope", "agent", "roles"]);
    const idOf = async (agent: typeof kept) => (await itemOf(agent?.scopeIds[0] ?? "")).id;
    await decideAccessItem(steward, { itemId: await idOf(kept), decision: "keep", note });
    const finding = "sensitive_in_clear";
    await decideAccessItem(steward, { itemId: await idOf(narrowed), decision: "narrow", finding, note });
    await decideAccessItem(steward, { itemId: await idOf(revoked), decision: "revoke", note });
    const scopes = await Promise.all([kept, narrowed, revoked].map((one) => getScope(steward, one?.scopeIds[0] ?? "")));
    expect(scopes.map(({ version, status }) => [version, status])).toEqual([
      [1, "live"],
      [2, "live"],
      [1, "revoked"],
    ]);
    expect(scopes[1]?.versions[0]?.fields).toEqual({ id: "clear", email: "mask" });
    const agentItem = await itemOf(kept?.agentId ?? "");
    await decideAccessItem(steward, { itemId: agentItem.id, decision: "revoke", note });
    expect((await getAgent(steward, kept?.agentId ?? "")).state).toBe("suspended");
    const roles = await itemOf(personOf(worker));
    await decideAccessItem(admin, { itemId: roles.id, decision: "narrow", roles: ["reviewer"], note });
    expect((await itemOf(personOf(worker))).roles).toEqual(["reviewer"]);
    const events = await listEvents({ action: "access_review.decided" });
    const outcomes = events.map((event) => String(Reflect.get(event, "outcome"))).sort();
    expect(outcomes).toEqual(["keep", "narrow", "narrow", "revoke", "revoke"]);
  });

  it("refuses who may not decide, and whatever is decided already", async () => {
    const agent = await addReader(data, [{ dataset: "customers", fields }]);
    const { itemOf } = await start(["scope", "roles"]);
    const scope = await itemOf(agent.scopeIds[0] ?? "");
    const own = await itemOf(personOf(admin));
    const decide = (ctx: RequestContext, itemId: string, decision: "keep" | "revoke") =>
      decideAccessItem(ctx, { itemId, decision, note });
    await expect(decide(admin, own.id, "keep")).rejects.toMatchObject({ code: "not_permitted" });
    await expect(decide(steward, own.id, "keep")).rejects.toMatchObject({ code: "not_permitted" });
    await expect(decide(admin, scope.id, "revoke")).rejects.toMatchObject({ code: "not_permitted" });
    await decide(otherAdmin, own.id, "keep");
    await expect(decide(otherAdmin, own.id, "revoke")).rejects.toMatchObject({ code: "conflict" });
    const tries = await Promise.allSettled([decide(steward, scope.id, "keep"), decide(admin, scope.id, "keep")]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is handed over only to somebody who could decide", async () => {
    const agent = await addReader(data, []);
    const { itemOf } = await start(["agent", "roles"]);
    const { id: itemId } = await itemOf(agent.agentId);
    const { ctx: reviewer } = await signInAs(["reviewer"]);
    await expect(handOverAccessItem(steward, { itemId, toId: personOf(reviewer), note })).rejects.toMatchObject({
      code: "invalid_input",
      field: "toId",
    });
    await handOverAccessItem(steward, { itemId, toId: personOf(admin), note });
    expect((await itemOf(agent.agentId)).asked).not.toBeNull();
    const own = await itemOf(personOf(admin));
    await expect(handOverAccessItem(otherAdmin, { itemId: own.id, toId: personOf(admin), note })).rejects.toMatchObject(
      {
        code: "invalid_input",
      },
    );
  });

  it("suspends what nobody answered, keeps what was answered, and never shuts out the last admin", async () => {
    const [answered, forgotten] = await Promise.all([
      addReader(data, []),
      addReader(data, [{ dataset: "customers", fields }]),
    ]);
    const { reviewId, itemOf } = await start(["agent", "scope", "roles"], "Forgotten");
    await decideAccessItem(steward, { itemId: (await itemOf(answered.agentId)).id, decision: "keep", note });
    const due = newSystemContext("jobs");
    expect(await endDueAccessReviews(due)).toBe(0);
    await endDueAccessReviews({ ...due, now: new Date(Date.now() + 15 * DAY_MS) });
    expect((await getAgent(admin, answered.agentId)).state).toBe("active");
    expect((await getAgent(admin, forgotten.agentId)).state).toBe("suspended");
    const scope = await reader().scopeVersion.findFirstOrThrow({
      where: { scopeId: forgotten.scopeIds[0] ?? "" },
      orderBy: { number: "desc" },
    });
    expect(scope.number).toBe(2);
    const admins = await reader().person.count({ where: { status: "active", roles: { has: "admin" } } });
    expect(admins).toBe(1);
    const { items, endedAt } = await getAccessReview(admin, reviewId);
    expect(endedAt).not.toBeNull();
    expect(items.filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(items.filter(({ outcome }) => outcome === "not_possible")).toHaveLength(1);
    expect((await listAccessReviews(admin)).find(({ id }) => id === reviewId)).toMatchObject({ open: 0 });
  });
});
