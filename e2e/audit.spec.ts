import { expect } from "@playwright/test";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

test("the log pages back to the same events, and its address holds the filters and the opened event", async ({
  page,
}) => {
  await signIn(page, "compliance", "/audit");
  const table = page.getByRole("table", { name: "Events" });
  // What is older than a moment does not change while the test runs.
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  const older = await table.getByRole("link").first().getAttribute("href");
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page).toHaveURL(/before=/);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  expect(await table.getByRole("link").first().getAttribute("href")).toBe(older);

  await page.goto("/audit?action=scope.granted&time=24h");
  await expect(table.getByRole("row", { name: /Scope granted/ }).first()).toBeVisible();
  await expect(table.getByRole("row", { name: /Signed in/ })).toHaveCount(0);
  await table
    .getByRole("row", { name: /Scope granted/ })
    .first()
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/action=scope\.granted&time=24h&event=/);
  const panel = page.getByRole("complementary", { name: "Event" });
  await expect(panel.getByRole("region", { name: "The text that is stored" })).toContainText(
    '"action":"scope.granted"',
  );
  await panel.getByRole("link", { name: /^Scope / }).click();
  await expect(page).toHaveURL(/\/scopes\//);
});

test("an address that asks for what is not there says so and still shows the log", async ({ page }) => {
  await signIn(page, "compliance", "/audit?time=yesterday&decision=maybe&event=01a20b9d-0000-7000-8000-000000000000");
  const main = page.getByRole("main");
  await expect(main).toContainText("time must be 1h, 24h, 7d, 30d or two times around two dots.");
  await expect(main).toContainText("decision must be allow, deny or hold.");
  await expect(main).toContainText("There is no such event.");
  await expect(page.getByRole("table", { name: "Events" }).getByRole("row")).not.toHaveCount(0);
});

test.describe("a steward", () => {
  test.use({ expectedConsoleErrors: [/status of 403/] });

  test("has no way to the log", async ({ page }) => {
    await signIn(page, "steward");
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" })).toHaveCount(0);
    expect((await page.goto("/audit"))?.status()).toBe(403);
  });
});
