import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, type Page } from "@playwright/test";

/** An agent at the gate, over MCP. */
export type TestAgent = {
  call: (tool: string, input: object) => Promise<Record<string, unknown>>;
  close: () => Promise<void>;
};

/** Issues a key to an agent, as the steward who is signed in. */
export async function issueKey(page: Page, agent: string): Promise<string> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Agents" }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`^${agent}`) })
    .click();
  await page.getByRole("link", { name: "Keys", exact: true }).click();
  await page.getByRole("button", { name: "Issue a key" }).click();
  await page.getByLabel("Label").fill(`browser test ${Date.now().toString(36)}`);
  await page.getByRole("button", { name: "Issue the key" }).click();
  const key = (await page.getByRole("status", { name: `Key for ${agent}` }).textContent()) ?? "";
  await page.getByRole("button", { name: "I stored it" }).click();
  expect(key).toMatch(/^ghk_/);
  return key;
}

/** Connects with the official client; an answer that is an error comes back as it is, for the test to look at. */
export async function connectAgent(gateUrl: string, key: string): Promise<TestAgent> {
  const client = new Client({ name: "browser-test", version: "0.0.0" }, { versionNegotiation: { mode: "auto" } });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", gateUrl), { requestInit }));
  return {
    call: async (name, input) => {
      const { structuredContent } = await client.callTool({ name, arguments: { ...input } });
      return structuredContent as Record<string, unknown>;
    },
    close: () => client.close(),
  };
}
