import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { connectAgent, issueKey, type TestAgent } from "./support/agent";
import { expectAccessible } from "./support/expect-accessible";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const AGENT = "Service desk assistant";

/** A page of another person, in a browser of their own. */
async function openAs(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await signIn(page, role);
  return page;
}

/** An agent has few live keys at most: the tests of a worker share one. */
let sharedKey: string | undefined;

async function connectAs(page: Page, gateUrl: string, agent: typeof AGENT): Promise<TestAgent> {
  await signIn(page, "steward");
  sharedKey ??= await issueKey(page, agent);
  return connectAgent(gateUrl, sharedKey);
}

/** Submits what must be held and answers the hold's id. */
async function hold(agent: TestAgent, message: object): Promise<string> {
  const answer = await agent.call("submit_message", { channel: "email", ...message });
  expect(answer).toMatchObject({ outcome: "held" });
  return String(answer["holdId"]);
}

async function openItem(page: Page, holdId: string): Promise<Locator> {
  await page.goto(`/inbox?item=${holdId}`);
  const item = page.getByRole("complementary", { name: "Held item" });
  await expect(item.getByRole("heading", { level: 3 }).first()).toBeVisible();
  return item;
}

async function press(page: Page, key: string, until: Locator): Promise<void> {
  // Keys work once the page's script does.
  await expect(async () => {
    if (!(await until.isVisible())) await page.keyboard.press(key);
    await expect(until).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

const COMPLAINT = {
  text: "I am very disappointed: this is the third wrong delivery and nobody answers my complaint. Call me on +44 7700 900417. Rosalind Kettering",
  reply: "Dear Ms Kettering, I am sorry for the trouble. We refund 40 EUR today.",
  action: { type: "custom", name: "send_voucher", data: { count: 2, kind: "shipping", is_gift: true } },
};

test("an item is claimed by one reviewer, edited and approved, and done by its agent once", async ({
  page,
  browser,
  gateUrl,
}) => {
  test.setTimeout(180_000);
  const agent = await connectAs(page, gateUrl, AGENT);
  const holdId = await hold(agent, COMPLAINT);
  const priya = await openAs(browser, "reviewer");
  const tomas = await openAs(browser, "reviewer-2");

  const hers = await openItem(priya, holdId);
  await expect(hers).not.toContainText("900417");
  await expect(hers).not.toContainText("Kettering");
  await expect(hers.locator("mark").first()).toBeVisible();
  await expect(hers.getByRole("button", { name: /^Approve/ })).toHaveAccessibleDescription(/claim it first/);
  const his = await openItem(tomas, holdId);
  await expect(his.getByText("Priya Nair is looking")).toBeVisible({ timeout: 20_000 });

  await hers.getByRole("button", { name: "Claim" }).click();
  await expect(hers.getByText(/Priya Nair has it/)).toBeVisible();
  await expect(his.getByText(/Priya Nair has it/)).toBeVisible({ timeout: 20_000 });
  await expect(his.getByRole("button", { name: "Claim" })).toHaveAccessibleDescription(/Priya Nair/);

  await hers.getByRole("button", { name: "Edit" }).click();
  const editor = hers.getByRole("form", { name: "Edit the draft" });
  const reply = editor.getByLabel("Reply to the customer");
  await expect(reply).toHaveValue(/Ms Kettering/);
  await reply.fill("Dear Ms Kettering, I am sorry for the trouble. We send you two vouchers today.");
  const change = editor.getByRole("region", { name: "Difference of the reply" });
  await expect(change.locator("del").first()).toContainText("refund");
  await expect(change.locator("ins").first()).toContainText("send");
  await editor.getByRole("textbox", { name: /count/ }).fill("three");
  await expect(editor).toContainText("This must stay a number");
  await expect(editor.getByRole("button", { name: /^Approve the edited/ })).toHaveAccessibleDescription(
    /not right yet/,
  );
  await editor.getByRole("textbox", { name: /count/ }).fill("3");
  await editor.getByRole("button", { name: "Approve the edited version" }).click();
  await expect(priya.getByText("Approved. The agent may do it once.")).toBeVisible();

  const status = await agent.call("hold_status", { holdId });
  expect(status).toMatchObject({ state: "released", verdict: "edited", release: { isEdited: true } });
  const { releaseId, digest } = status["release"] as { releaseId: string; digest: string };
  const redeemed = await agent.call("redeem_release", { releaseId, digest });
  expect(redeemed).toMatchObject({
    payload: {
      reply: "Dear Ms Kettering, I am sorry for the trouble. We send you two vouchers today.",
      action: { data: { count: 3, kind: "shipping", is_gift: true } },
    },
  });
  expect(await agent.call("redeem_release", { releaseId, digest })).not.toHaveProperty("payload");
  await agent.call("report_outcome", { releaseId, outcome: "executed" });
  await expect((await openItem(priya, holdId)).getByText("Executed").first()).toBeVisible();
  await agent.close();
  await Promise.all([priya, tomas].map((each) => each.context().close()));
});

test("a legal issue needs two different people, and the agent gets nothing before the second", async ({
  page,
  browser,
  gateUrl,
}) => {
  test.setTimeout(150_000);
  const agent = await connectAs(page, gateUrl, AGENT);
  const holdId = await hold(agent, {
    text: "Our lawyer will sue you for the damage. We have filed a claim with the court and you will hear from our attorney.",
    reply: "Thank you, we have passed this on to our legal department.",
  });
  const priya = await openAs(browser, "reviewer");
  const hers = await openItem(priya, holdId);
  await hers.getByRole("button", { name: "Claim" }).click();
  await hers.getByRole("button", { name: "Approve, 1 of 2" }).click();
  await priya.getByRole("dialog").getByRole("button", { name: "Approve, 1 of 2" }).click();
  await expect(priya.getByText("Approved, 1 of 2. It waits for another person.")).toBeVisible();
  expect(await agent.call("hold_status", { holdId })).toMatchObject({ state: "open", release: null });

  const again = await openItem(priya, holdId);
  await expect(again.getByText("1 of 2 approvals")).toBeVisible();
  await again.getByRole("button", { name: "Claim" }).click();
  await expect(again.getByRole("button", { name: /^Approve/ })).toHaveAccessibleDescription(/needs a second person/);
  await again.getByRole("button", { name: "More to do with this item" }).click();
  await priya.getByRole("menuitem", { name: "Let it go" }).click();
  await priya.getByRole("dialog").getByRole("button", { name: "Let it go" }).click();
  await expect(priya.getByText("It waits for somebody else.")).toBeVisible();

  const tomas = await openAs(browser, "reviewer-2");
  const his = await openItem(tomas, holdId);
  await his.getByRole("button", { name: "Claim" }).click();
  await his.getByRole("button", { name: "Approve, 2 of 2" }).click();
  await tomas.getByRole("dialog").getByRole("button", { name: "Approve, 2 of 2" }).click();
  await expect(tomas.getByText("Approved. The agent may do it once.")).toBeVisible();
  expect(await agent.call("hold_status", { holdId })).toMatchObject({ state: "released" });
  await agent.close();
  await Promise.all([priya, tomas].map((each) => each.context().close()));
});

test("nobody decides about an agent of their own", async ({ page, browser, gateUrl }) => {
  test.setTimeout(120_000);
  const name = `Own helper ${Date.now().toString(36)}`;
  await signIn(page, "steward", "/agents/new");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("What it is for").fill("Answers questions about deliveries.");
  for (const [label, choice] of [
    ["Owner", /Priya Nair/],
    ["Sponsor", /Marlene Oster/],
    ["Vendor", /Quellmar Valves/],
  ] as const) {
    await page.getByRole("combobox", { name: label }).click();
    await page.getByRole("option", { name: choice }).click();
  }
  await page.getByLabel("Model").fill("A small model");
  await page.getByRole("button", { name: "Register the agent" }).click();
  await page.getByRole("button", { name: "Activate" }).click();
  await page.getByRole("button", { name: "Activate it" }).click();
  await expect(page.getByText("The agent is active.")).toBeVisible();
  const agent = await connectAgent(gateUrl, await issueKey(page, name));
  const answer = await agent.call("ask_for_a_person", { channel: "chat", note: "May I send this?", reply: "Yes." });

  const priya = await openAs(browser, "reviewer");
  const item = await openItem(priya, String(answer["holdId"]));
  await expect(item).toContainText("You are the agent's owner: somebody else decides about it.");
  for (const button of ["Claim", "Approve", "Reject"]) {
    await expect(item.getByRole("button", { name: new RegExp(`^${button}`) })).toHaveAttribute("aria-disabled", "true");
  }
  await agent.close();
  await priya.context().close();
});

test("a reviewer works through the inbox without touching the mouse", async ({ page, browser, gateUrl }) => {
  test.setTimeout(150_000);
  const agent = await connectAs(page, gateUrl, AGENT);
  const reviewer = await openAs(browser, "reviewer");
  const asked = await agent.call("ask_for_a_person", { channel: "chat", note: "May I say so?", reply: "Of course." });
  await reviewer.goto("/inbox?kind=unusual_request");
  await expect(reviewer.getByRole("status").filter({ hasText: /^Live/ })).toBeVisible({ timeout: 30_000 });
  const item = reviewer.getByRole("complementary", { name: "Held item" });
  const first = reviewer.getByRole("row").nth(1);
  await expect(async () => {
    await reviewer.keyboard.press("j");
    await expect(first).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await reviewer.keyboard.press("Enter");
  await expect(item).toBeVisible();
  const firstUrl = reviewer.url();
  await reviewer.keyboard.press("j");
  await expect(reviewer).not.toHaveURL(firstUrl);
  await expect(item.getByRole("heading", { level: 3 }).first()).toBeFocused();

  await reviewer.goto(`/inbox?item=${String(asked["holdId"])}`);
  await press(reviewer, "?", reviewer.getByRole("dialog", { name: "Keys of the inbox" }));
  await reviewer.keyboard.press("Escape");
  await press(reviewer, "c", item.getByText(/Priya Nair has it/));
  await press(reviewer, "a", reviewer.getByRole("dialog", { name: "Approve?" }));
  await expect(reviewer.getByRole("dialog").getByRole("button", { name: "Approve", exact: true })).toBeFocused();
  await reviewer.keyboard.press("Enter");
  await expect(reviewer.getByText("Approved. The agent may do it once.")).toBeVisible();
  await expect(reviewer).not.toHaveURL(new RegExp(String(asked["holdId"])));
  await expect(item.getByRole("heading", { level: 3 }).first()).toBeFocused();
  await reviewer.keyboard.press("Escape");
  await expect(item).toHaveCount(0);
  await agent.close();
  await reviewer.context().close();
});

test("items of low risk are decided together, and graver ones are not", async ({ page, browser, gateUrl }) => {
  test.setTimeout(150_000);
  const agent = await connectAs(page, gateUrl, AGENT);
  for (const text of ["👍👍👍", "🙏🙏"]) await hold(agent, { text, channel: "chat", reply: "You are welcome." });
  const reviewer = await openAs(browser, "reviewer-2");
  await reviewer.goto("/inbox?risk=low&claimed=nobody");
  await expect(reviewer.getByRole("row").nth(2)).toBeVisible();
  await reviewer.getByRole("row").nth(1).getByRole("checkbox").check();
  await reviewer.getByRole("row").nth(2).getByRole("checkbox").check();
  await reviewer.getByRole("button", { name: "Approve 2 low-risk items" }).click();
  const dialog = reviewer.getByRole("dialog");
  await dialog.getByRole("button", { name: "Approve 2 low-risk items" }).click();
  await expect(dialog.getByText(/: done\.$/)).toHaveCount(2);
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();

  await reviewer.goto("/inbox?risk=high");
  await reviewer.getByRole("row").nth(1).getByRole("checkbox").check();
  await expect(reviewer.getByRole("button", { name: /^Approve 1/ })).toHaveAccessibleDescription(/Only low risk/);
  await agent.close();
  await reviewer.context().close();
});

test("compliance reads the inbox and decides nothing", async ({ page }) => {
  await signIn(page, "compliance");
  await page.getByRole("link", { name: "Inbox", exact: true }).click();
  await page.getByRole("table", { name: "Held items" }).getByRole("link").first().click();
  const item = page.getByRole("complementary", { name: "Held item" });
  for (const button of ["Claim", "Approve", "Edit", "Reject"]) {
    await expect(item.getByRole("button", { name: new RegExp(`^${button}`) })).toHaveAttribute("aria-disabled", "true");
  }
});

test.describe("who may not", () => {
  test.use({ expectedConsoleErrors: [/status of 403/] });

  test("gets 403 and who could", async ({ page }) => {
    await signIn(page, "steward");
    for (const path of ["/inbox", "/inbox/second-looks", "/inbox/live"]) {
      expect((await page.request.get(path)).status(), path).toBe(403);
    }
    await page.goto("/inbox");
    await expect(page.getByRole("main")).toContainText("Your roles do not open Inbox.");
    await expect(page.getByRole("main")).toContainText("reviewer");
  });
});

test.describe("axe finds nothing, in the light and in the dark theme", () => {
  const check = async (page: Page, paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page, path);
    }
  };

  test("on a reviewer's pages", async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, "reviewer", "/inbox?view=all");
    const item = page.getByRole("table", { name: "Held items" }).getByRole("link").first();
    const opened = (await item.getAttribute("href")) ?? "";
    await check(page, ["/inbox", opened, "/inbox/second-looks", "/inbox/quality", "/account/notices"]);
  });

  test("on an admin's pages of settings", async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, "admin", "/settings");
    const parts = ["", "/triage", "/reviews", "/queues/new", "/webhooks", "/webhooks/new"];
    await check(
      page,
      parts.map((part) => `/settings${part}`),
    );
  });

  test("on a steward's page of a new rule", async ({ page }) => {
    await signIn(page, "steward");
    await check(page, ["/settings/triage/new"]);
  });
});

test("nothing is cut off at 320 pixels", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, "reviewer", "/inbox?view=all");
  const first = await page.getByRole("table", { name: "Held items" }).getByRole("link").first().getAttribute("href");
  const paths = ["/", "/inbox", first ?? "", "/inbox/second-looks", "/inbox/quality", "/settings", "/settings/triage"];
  for (const path of [...paths, "/settings/reviews", "/settings/queues", "/account/notices", "/alerts"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overflow, path).toBeLessThanOrEqual(0);
  }
});
