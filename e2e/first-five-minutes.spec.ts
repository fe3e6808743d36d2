import { expect, type Page } from "@playwright/test";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const AGENT = `Delivery helper ${Date.now().toString(36)}`;

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
}

async function treat(page: Page, field: string, treatment: string): Promise<void> {
  const picker = page.getByRole("group", { name: `Treatment of ${field}`, exact: true });
  await picker.getByRole("radio", { name: treatment, exact: true }).check();
}

async function registerAgent(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Agents", exact: true }).click();
  await page.getByRole("link", { name: "Register an agent" }).click();
  await page.getByLabel("Name").fill(AGENT);
  await page.getByLabel("What it is for").fill("Tells customers where their delivery is.");
  await choose(page, "Owner", /Jonas Feld/);
  await choose(page, "Sponsor", /Marlene Oster/);
  await page.getByLabel("Model").fill("A small model");
  await choose(page, "Vendor", /Quellmar Valves/);
  await page.getByRole("button", { name: "Register the agent" }).click();
  await expect(page.getByRole("heading", { level: 1, name: AGENT })).toBeVisible();
}

/** Four fields of the customers in Germany. */
async function grantFourFields(page: Page): Promise<void> {
  await page.getByRole("link", { name: "See its scopes" }).click();
  await page.getByRole("link", { name: "Grant a scope" }).click();
  await choose(page, "Dataset", /^customers /);
  await page.getByLabel("customer_support").check();
  await treat(page, "customer_number", "Clear");
  await treat(page, "company_name", "Clear");
  await treat(page, "email", "Masked");
  await treat(page, "id", "Tokenised");
  await expect(page.getByText("4 of 35 fields granted, 31 withheld")).toBeVisible();
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.getByLabel("Field of condition 1").selectOption("country_code");
  await page.getByLabel("Value of condition 1", { exact: true }).fill("DE");
  const asAgent = page.getByRole("region", { name: `As ${AGENT} gets it`, exact: true });
  await expect(asAgent.getByText(/^tok_/).first()).toBeVisible();
  await page.getByLabel("Why").fill("It answers questions about deliveries.");
  await page.getByRole("button", { name: "Grant the scope" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${AGENT} on customers` })).toBeVisible();
}

async function activateAndIssueKey(page: Page): Promise<string> {
  await page.getByRole("main").getByRole("link", { name: AGENT }).first().click();
  await page.getByRole("button", { name: "Activate" }).click();
  await page.getByRole("button", { name: "Activate it" }).click();
  await expect(page.getByText("The agent is active.")).toBeVisible();
  await page.getByRole("link", { name: "Keys", exact: true }).click();
  await page.getByRole("button", { name: "Issue a key" }).click();
  await page.getByLabel("Label").fill("first try");
  await page.getByRole("button", { name: "Issue the key" }).click();
  const key = (await page.getByRole("status", { name: `Key for ${AGENT}` }).textContent()) ?? "";
  await page.getByRole("button", { name: "I stored it" }).click();
  await expect(page.getByRole("row", { name: /first try/ })).toBeVisible();
  return key;
}

test("a steward grants an agent four fields; it reads exactly those, and the log says why the rest is refused", async ({
  page,
  browser,
  gateUrl,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "steward");
  await registerAgent(page);
  await grantFourFields(page);
  const key = await activateAndIssueKey(page);
  expect(key).toMatch(/^ghk_[0-9A-Za-z]{36}$/);
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);

  const ask = (body: object) =>
    fetch(`${gateUrl}/v1/read`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ dataset: "customers", purpose: "customer_support", ...body }),
    });
  const read = await ask({ fields: ["customer_number", "email", "phone"], limit: 3 });
  expect(read.status).toBe(200);
  const { rows, fields } = (await read.json()) as { rows: Record<string, string>[]; fields: Record<string, object> };
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => !("phone" in row) && String(row["email"]).includes("•"))).toBe(true);
  expect(fields["phone"]).toMatchObject({ outcome: "withheld" });
  expect((await ask({ purpose: "marketing" })).status).toBe(403);
  expect((await ask({ where: [{ field: "email", op: "prefix", value: "a" }] })).status).toBe(403);

  const context = await browser.newContext();
  const auditor = await context.newPage();
  await signIn(auditor, "compliance");
  await auditor.getByRole("link", { name: "Audit" }).click();
  await auditor.getByRole("button", { name: "Filter" }).click();
  await auditor.getByRole("option", { name: "Agent" }).click();
  await auditor.getByRole("checkbox", { name: AGENT }).check();
  await expect(auditor).toHaveURL(/agent=/);
  await auditor.keyboard.press("Escape");
  const table = auditor.getByRole("table", { name: "Events" });
  await table
    .getByRole("row", { name: /filter_on_protected_field/ })
    .getByRole("link")
    .click();
  const panel = auditor.getByRole("complementary", { name: "Event" });
  await expect(panel).toContainText("email is not released in clear, so it cannot be used in a filter.");
  await expect(panel).toContainText("Filter on fields that are released in clear.");
  await expect(panel).not.toContainText(key);
  await auditor.getByRole("link", { name: "Close panel" }).click();
  await table
    .getByRole("row", { name: /Access completed/ })
    .getByRole("link")
    .click();
  await expect(panel).toContainText(`${AGENT} was given 3 rows of customers about 3 customers`);
  await context.close();
});

test("a suspended agent is refused at once, and the log says so", async ({ page }) => {
  await signIn(page, "admin");
  await page.getByRole("link", { name: "Agents", exact: true }).click();
  await page.getByRole("link", { name: /^Visit planner/ }).click();
  await page.getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: "Suspend Visit planner?" });
  await expect(dialog).toContainText("Every request of it is refused from the next second on.");
  await dialog.getByRole("button", { name: "Suspend it" }).click();
  await expect(page.getByText("The agent is suspended. Its requests are refused.")).toBeVisible();
  const resume = page.getByRole("button", { name: "Resume" });
  await expect(resume).toHaveAttribute("aria-disabled", "true");
  await expect(resume).toHaveAccessibleDescription(/This needs a person with the role steward\./);
});
