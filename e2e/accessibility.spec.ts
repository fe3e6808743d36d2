import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

/** The address of the first thing of a list that is called so. */
async function hrefOf(page: Page, list: string, name: RegExp): Promise<string> {
  await page.goto(list);
  return (await page.getByRole("main").getByRole("link", { name }).first().getAttribute("href")) ?? "";
}

/** The addresses of a steward's pages, by the part of the console that they belong to. */
const PARTS: Record<string, (page: Page) => Promise<string[]>> = {
  overview: async () => ["/"],
  agents: async (page) => {
    const agent = await hrefOf(page, "/agents", /^Service desk assistant/);
    return ["/agents", "/agents/new", agent, `${agent}/scopes`, `${agent}/sees`, `${agent}/keys`, `${agent}/change`];
  },
  sources: async (page) => {
    const source = await hrefOf(page, "/data/sources", /^Quellmar/);
    return ["/data/sources", "/data/sources/new", source, `${source}/change`];
  },
  data: async (page) => {
    const dataset = await hrefOf(page, "/data", /^customers/);
    return ["/data", dataset, `${dataset}?field=email`, `${dataset}/access`];
  },
  scopes: async (page) => {
    const scope = await hrefOf(page, "/scopes", /^Service desk assistant on customers/);
    return ["/scopes", "/scopes/new", scope, `${scope}/change`];
  },
  "who agrees": async () => ["/widenings", "/scopes/findings", "/access-reviews", "/settings/access"],
};

test.describe("axe finds nothing, in the light and in the dark theme", () => {
  for (const [part, listPaths] of Object.entries(PARTS)) {
    test(`on a steward's pages of ${part}`, async ({ page }) => {
      test.setTimeout(90_000);
      await signIn(page, "steward");
      for (const path of await listPaths(page)) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  }

  test("on an opened event and on the matrix's reason", async ({ page }) => {
    test.setTimeout(90_000);
    await signIn(page, "compliance", "/audit");
    await page.getByRole("table", { name: "Events" }).getByRole("link").first().click();
    await expect(page.getByRole("complementary", { name: "Event" })).toBeVisible();
    await expectAccessible(page, "an opened event");
    await page.goto(`${await hrefOf(page, "/data", /^customers/)}/access`);
    await page.getByRole("button", { name: /^email for Service desk assistant/ }).click();
    await expect(page.getByRole("dialog", { name: "Why" })).toBeVisible();
    await expectAccessible(page, "why a cell is as it is");
  });
});

test("the matrix is walked and opened by keyboard alone", async ({ page }) => {
  await signIn(page, "steward");
  await page.goto(`${await hrefOf(page, "/data", /^customers/)}/access`);
  const first = page.getByRole("button", { name: /^id for Service desk assistant/ });
  const second = page.getByRole("button", { name: /^customer_number for Service desk assistant/ });
  // Keys work once the page's script does.
  await expect(async () => {
    await first.focus();
    await page.keyboard.press("ArrowDown");
    await expect(second).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Why" })).toContainText("customer_number");
  await page.keyboard.press("Escape");
  await expect(second).toBeFocused();
});

test("nothing is cut off at 390 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "steward");
  const dataset = await hrefOf(page, "/data", /^customers/);
  const agent = await hrefOf(page, "/agents", /^Service desk assistant/);
  const scope = await hrefOf(page, "/scopes", /^Service desk assistant on customers/);
  const source = await hrefOf(page, "/data/sources", /^Quellmar/);
  const paths = ["/", "/agents", "/agents/new", agent, `${agent}/scopes`, `${agent}/keys`, "/data", dataset];
  paths.push(`${dataset}/access`, source, "/data/sources/new", "/scopes", scope, `${scope}/change`);
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overflow, path).toBeLessThanOrEqual(0);
  }
});
