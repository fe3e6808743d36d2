import { expect } from "@playwright/test";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

test("two values of one filter, a step of the histogram and a saved view are all one address", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, "compliance", "/audit?action=scope.granted&action=agent.registered");
  const main = page.getByRole("main");
  const table = main.getByRole("table", { name: "Events" }).last();
  await expect(table.getByRole("row", { name: /Scope granted/ }).first()).toBeVisible();
  await expect(table.getByRole("row", { name: /Agent registered/ }).first()).toBeVisible();
  await expect(table.getByRole("row", { name: /Signed in/ })).toHaveCount(0);
  await expect(main.getByRole("status").filter({ hasText: /^\d+ events$/ })).toBeVisible();

  await main.getByText("As a table").click();
  const step = main.getByRole("table", { name: "Events over time" }).getByRole("link").first();
  await step.click();
  await expect(page).toHaveURL(/action=scope\.granted&action=agent\.registered&time=.*\.\./);
  await expect(table.getByRole("row", { name: /Scope granted|Agent registered/ }).first()).toBeVisible();

  const name = `Grants ${Date.now().toString(36)}`;
  await page.getByRole("button", { name: "Views" }).click();
  const views = page.getByRole("dialog", { name: "Saved views" });
  await views.getByLabel(/^Save these/).fill(name);
  await views.getByRole("button", { name: "Save the view" }).click();
  await expect(views.getByRole("link", { name })).toBeVisible();
  const saved = page.url();
  await page.goto("/audit");
  await page.getByRole("button", { name: "Views" }).click();
  await views.getByRole("link", { name }).click();
  await expect(page).toHaveURL(saved);
  await page.getByRole("button", { name: "Views" }).click();
  await views.getByRole("button", { name: `Remove the view ${name}` }).click();
  await expect(views.getByRole("link", { name })).toHaveCount(0);
});

test("following the log's end shows what happens meanwhile, until it is paused", async ({ page, browser }) => {
  test.setTimeout(90_000);
  await signIn(page, "compliance", "/audit?action=session.started");
  const rows = page
    .getByRole("table", { name: "Events" })
    .last()
    .getByRole("row", { name: /Priya Nair/ });
  const before = await rows.count();
  await page.getByRole("button", { name: "Follow" }).click();
  const context = await browser.newContext();
  await signIn(await context.newPage(), "reviewer");
  await expect(rows).toHaveCount(before + 1, { timeout: 20_000 });
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Follow" })).toBeVisible();
  await context.close();
});
