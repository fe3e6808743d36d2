import { expect, type Page } from "@playwright/test";
import { type Product, startProduct } from "./support/product";
import { test } from "./support/test";

/** A product of its own: the two-person rule would stand in the other tests' way. */
let product: Product;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  product = await startProduct();
});
test.afterAll(() => product.stop());

async function signIn(page: Page, role: string): Promise<void> {
  const found = product.signIns.find((each) => each.role === role);
  if (found === undefined) throw new Error(`the demo company has no ${role}`);
  await page.goto(`${product.consoleUrl}/sign-in`);
  await page.getByLabel("E-mail").fill(found.email);
  await page.getByLabel("Password", { exact: true }).fill(found.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

test("one person proposes more for an agent and cannot approve it, and another's approval puts it in force", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const other = await browser.newContext();
  const admin = await other.newPage();
  await signIn(admin, "admin");
  await admin.goto(`${product.consoleUrl}/settings/access`);
  await admin.getByRole("button", { name: "Switch it on" }).click();
  await admin.getByRole("dialog").getByLabel("Reason").fill("Two people see more than one.");
  await admin.getByRole("dialog").getByRole("button", { name: "Switch it on" }).click();
  await expect(admin.getByRole("button", { name: "Propose to switch it off" })).toBeVisible();

  await signIn(page, "steward");
  await page.goto(`${product.consoleUrl}/scopes`);
  await page.getByRole("link", { name: /^Invoice explainer on payments/ }).click();
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await expect(page.getByText("it is in force at once")).toBeVisible();
  await page.getByLabel("Rows per request").fill("900");
  await expect(page.getByText("another person has to agree")).toBeVisible();
  await expect(page.getByText(/gives up to 900 rows a request/)).toBeVisible();
  await page.getByLabel("Why").fill("The month's end needs larger pages.");
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page).toHaveURL(/\/widenings\//);
  await expect(page.getByText("Waiting", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "What it would have done" })).toContainText("in the last 30 days");
  const approve = page.getByRole("button", { name: "Approve" });
  await expect(approve).toHaveAccessibleDescription("You proposed it: another person has to decide.");

  await admin.goto(`${product.consoleUrl}/`);
  await admin
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Widenings/ })
    .click();
  await admin.getByRole("link", { name: /^More for Invoice explainer on payments/ }).click();
  await admin.getByRole("button", { name: "Approve" }).click();
  await admin.getByRole("dialog").getByLabel("Reason").fill("Agreed with accounting.");
  await admin.getByRole("dialog").getByRole("button", { name: "Approve it" }).click();
  await expect(admin.getByText("Approved", { exact: true })).toBeVisible();
  await other.close();

  await page.goto(`${product.consoleUrl}/scopes`);
  await page.getByRole("link", { name: /^Invoice explainer on payments/ }).click();
  await expect(page.getByRole("heading", { name: "Version 2 in force" })).toBeVisible();
});
