import { expect } from "@playwright/test";
import { issueKey } from "./support/agent";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const AGENT = "Service desk assistant";

async function readOneCustomer(gateUrl: string, key: string): Promise<void> {
  const answer = await fetch(`${gateUrl}/v1/read`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ dataset: "customers", purpose: "customer_support", limit: 1 }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
}

async function textOf(download: Promise<{ createReadStream: () => Promise<NodeJS.ReadableStream> }>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

test("from one read the log tells who saw the customer and what the agent saw, on a page and as CSV", async ({
  page,
  browser,
  gateUrl,
}) => {
  test.setTimeout(90_000);
  await signIn(page, "steward");
  await readOneCustomer(gateUrl, await issueKey(page, AGENT));
  const context = await browser.newContext();
  const auditor = await context.newPage();
  await signIn(auditor, "compliance", "/audit?action=access.completed&time=1h");
  await auditor.getByRole("table", { name: "Events" }).getByRole("link").first().click();
  const panel = auditor.getByRole("complementary", { name: "Event" });
  await panel.getByRole("link", { name: /^sub_/ }).click();
  await expect(auditor).toHaveURL(/who-saw\?subject=sub_[0-9a-f]{32}$/);
  const main = auditor.getByRole("main");
  await expect(main).toContainText("One agent or person saw this customer");
  const line = main.getByRole("listitem").filter({ hasText: AGENT }).first();
  await expect(line).toContainText("customers");
  await expect(line).toContainText("for customer_support");
  const whoSaw = auditor.waitForEvent("download");
  await main.getByRole("link", { name: "CSV" }).click();
  expect(await textOf(whoSaw)).toMatch(new RegExp(`^event,time,who,.*\\r\\n".*","${AGENT}","agent","customers"`));

  await auditor.getByRole("link", { name: "What an agent saw" }).click();
  await auditor.getByLabel("Agent", { exact: true }).selectOption(AGENT);
  await auditor.getByLabel("When").selectOption("1h");
  await auditor.getByRole("button", { name: "Show what it saw" }).click();
  await expect(auditor).toHaveURL(/agent-saw\?agent=.*time=1h/);
  await expect(main.getByRole("link", { name: /^sub_/ }).first()).toBeVisible();
  await expect(main).toContainText("for customer_support");
  await context.close();
});

test("a customer is found by an id in a dataset, and the id is in no address", async ({ page }) => {
  await signIn(page, "compliance", "/audit/who-saw");
  await page.getByLabel("Known from").selectOption({ index: 0 });
  await page.getByLabel("Customer's id, or pseudonym").fill("nobody-98765");
  await page.getByRole("button", { name: "Show who saw them" }).click();
  await expect(page).toHaveURL(/who-saw\?subject=sub_[0-9a-f]{32}$/);
  await expect(page.getByRole("main")).toContainText("Nobody saw this customer");
  expect(await page.content()).not.toContain("nobody-98765");
});
