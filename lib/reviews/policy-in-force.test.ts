import { afterEach, describe, expect, it } from "vitest";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { asSteward } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { listEvents } from "@/lib/gateway/gateway-fixture";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { submitMessage } from "./submit-message";
import { addSubmitter, ORDINARY } from "./submitter-fixture";

await createTestDatabase();

let server: Server | null = null;
afterEach(async () => {
  await new Promise((resolve) => (server === null ? resolve(undefined) : server.close(resolve)));
  await commitInTest((tx) => tx.reviewSetting.update({ where: { id: 1 }, data: { classifierUrl: null } }));
});

/** An external classifier holds nothing, and does something each time while the message is being judged. */
async function judgeSlowly(meanwhile: (time: number) => Promise<unknown>): Promise<() => number> {
  let times = 0;
  const own = createServer((request, response) => {
    request.resume().on("end", () => {
      times += 1;
      void meanwhile(times).then(() => response.end('{"hold":false}'));
    });
  });
  server = own;
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const classifierUrl = `http://127.0.0.1:${(own.address() as AddressInfo).port}/`;
  await commitInTest((tx) => tx.reviewSetting.update({ where: { id: 1 }, data: { classifierUrl } }));
  return () => times;
}

const submit = (agent: Awaited<ReturnType<typeof addSubmitter>>) =>
  submitMessage(agent.ctx(), { text: ORDINARY, channel: "email" }, { random: () => 1 });

describe("a message is decided by the policy in force when its answer is stored", () => {
  it("so an agent that is suspended while its message is judged is denied, and nothing is stored", async () => {
    const agent = await addSubmitter();
    await judgeSlowly(() => suspendAgent(asSteward(), { agentId: agent.agentId, note: "For a test." }));
    await expect(submit(agent)).rejects.toMatchObject({ reason: "agent_not_active" });
    expect(await reader().submission.count({ where: { agentId: agent.agentId } })).toBe(0);
    const judged = await listEvents({ agentId: agent.agentId, action: "message.judged" });
    expect(judged).toMatchObject([{ decision: "deny" }]);
  });

  it("so a rule that a steward makes meanwhile holds it", async () => {
    const agent = await addSubmitter();
    const rule = {
      name: "Hours",
      kind: "complaint" as const,
      phrases: ["opening hours"],
      customerFlags: [],
      languages: [],
    };
    const times = await judgeSlowly((time) =>
      time > 1 ? Promise.resolve() : commitInTest((tx) => tx.triageRule.create({ data: { ...rule, actionKinds: [] } })),
    );
    expect(await submit(agent)).toMatchObject({ outcome: "held", kind: "complaint" });
    expect(times()).toBe(2);
  });

  it("and its words go to an external classifier only after the log says that they do", async () => {
    const agent = await addSubmitter();
    const { agentId } = agent;
    const logged: unknown[] = [];
    await judgeSlowly(async () => logged.push(...(await listEvents({ agentId, action: "classifier.asked" }))));
    await submit(agent);
    expect(logged).toMatchObject([{ host: expect.stringMatching(/^127\.0\.0\.1:\d+$/) }]);
  });

  it("and it is refused while the policy never stands still", async () => {
    const agent = await addSubmitter();
    const times = await judgeSlowly((time) =>
      commitInTest((tx) => tx.reviewSetting.update({ where: { id: 1 }, data: { claimMinutes: 10 + time } })),
    );
    await expect(submit(agent)).rejects.toMatchObject({ code: "unavailable" });
    expect(times()).toBe(4);
    expect(await reader().submission.count({ where: { agentId: agent.agentId } })).toBe(0);
  });
});
