import { expect, type Page } from "@playwright/test";
import { issueKey } from "./support/agent";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const NAME = Date.now().toString(36);

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
}

function question(page: Page, text: RegExp) {
  return page.getByRole("group", { name: text });
}

async function startAssessment(page: Page, vendor: string): Promise<string> {
  await page.goto("/vendors");
  await page.getByRole("main").getByRole("link", { name: vendor }).first().click();
  await page.getByRole("link", { name: /^Assessments/ }).click();
  await page.getByRole("button", { name: "Start an assessment" }).click();
  await page.getByRole("button", { name: "Start it" }).click();
  await expect(page).toHaveURL(/\/vendors\/assessments\//);
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(vendor) })).toBeVisible();
  return page.url();
}

async function registerVendor(page: Page, name: string): Promise<void> {
  await page.goto("/vendors/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await choose(page, "Owner", /Jonas Feld/);
  await page.getByRole("button", { name: "Register the vendor" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

type ReadAnswer = { rows: Record<string, unknown>[]; fields: Record<string, { outcome: string; reason?: string }> };

async function readAsAgent(
  gateUrl: string,
  key: string,
  body: object,
): Promise<{ status: number; answer: ReadAnswer }> {
  const response = await fetch(`${gateUrl}/v1/read`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ limit: 2, ...body }),
  });
  return { status: response.status, answer: (await response.json()) as ReadAnswer };
}

test("a steward assesses, a second person approves with a condition, and the agent's next read is narrowed and says why", async ({
  page,
  browser,
  gateUrl,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "steward");
  const key = await issueKey(page, "Service desk assistant");
  const ask = () => readAsAgent(gateUrl, key, { dataset: "customers", purpose: "customer_support" });
  const before = await ask();
  expect(before.status).toBe(200);
  const shown = Object.entries(before.answer.fields).filter(([, field]) => field.outcome !== "withheld");
  expect(shown.map(([name]) => name)).toContain("email");

  const url = await startAssessment(page, "Lindqvist AI");
  const isolation = question(page, /kept apart from that of other customers/);
  await isolation.getByText(/^Note and evidence/).click();
  await isolation.getByLabel("Note", { exact: true }).fill("Shown to us in a call.");
  await expect(isolation.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await isolation.getByText(/^Note and evidence/).click();
  await expect(isolation.getByLabel("Note", { exact: true })).toHaveValue("Shown to us in a call.");
  await page.getByRole("button", { name: "Submit for a decision" }).click();
  await page.getByRole("button", { name: "Submit it" }).click();
  await expect(page.getByText("It is submitted, and waits for somebody else to decide.")).toBeVisible();
  await expect(page.getByText("Waits for a decision", { exact: true })).toBeVisible();
  const decide = page.getByRole("button", { name: "Decide" });
  await expect(decide).toHaveAccessibleDescription(
    "You filled in part of this assessment: somebody else has to decide it.",
  );
  await page.goto(`${url}/decide`);
  const approve = page.getByRole("button", { name: "Approve the vendor" });
  await expect(approve).toHaveAttribute("aria-disabled", "true");

  const context = await browser.newContext();
  const second = await context.newPage();
  await signIn(second, "admin", `${url}/decide`);
  await second.getByLabel("Approve with conditions").check();
  await second.getByLabel("Highest sensitivity").selectOption("internal");
  await second.getByRole("button", { name: "Approve with these conditions" }).click();
  await expect(second.getByText("Nothing more sensitive than internal")).toBeVisible();
  await context.close();

  await expect.poll(async () => (await ask()).answer.fields["email"]?.outcome).toBe("withheld");
  const { status, answer } = await ask();
  expect(status).toBe(200);
  expect(answer.rows.every((row) => !("email" in row))).toBe(true);
  expect(answer.fields["email"]).toMatchObject({ outcome: "withheld", reason: "vendor_condition" });

  await page.goto(`${url}/report`);
  await expect(page.getByRole("heading", { level: 1, name: /Lindqvist AI/ })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("complementary", { name: "Sidebar" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeHidden();
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(pdf.length).toBeGreaterThan(20_000);
});

test("the vendor answers by its link without an account; it counts only once it is taken, and a revoked link is refused", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const vendor = `Asked ${NAME}`;
  await signIn(page, "steward");
  await registerVendor(page, vendor);
  const url = await startAssessment(page, vendor);
  await page.getByRole("button", { name: "Make a link" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = (await page.getByRole("status", { name: `Link for ${vendor}` }).textContent()) ?? "";
  expect(link).toMatch(/\/vendor-answers#[\w-]{40,}$/);
  await page.getByRole("button", { name: "I stored it" }).click();

  const context = await browser.newContext();
  const theirs = await context.newPage();
  const seen: string[] = [];
  theirs.on("request", (request) => seen.push(request.url()));
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { level: 1, name: `Questions for ${vendor}` })).toBeVisible();
  await expect(theirs.getByRole("navigation", { name: "Main" })).toHaveCount(0);
  const theirAnswer = question(theirs, /kept apart from that of other customers/);
  await theirAnswer.getByLabel("Yes").check();
  await expect(theirAnswer.getByText("Saved", { exact: true })).toBeVisible();
  await theirAnswer
    .getByLabel(/^File for/)
    .setInputFiles({ name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("not a PDF") });
  await expect(theirAnswer.getByRole("alert")).toContainText("its content is not what its name says");
  await theirs.getByRole("button", { name: "Hand over 1 answer" }).click();
  await expect(theirs.getByText("1 answer is handed over. Thank you.")).toBeVisible();
  const token = link.split("#")[1] ?? "";
  expect(seen.filter((address) => address.includes(token) && !address.includes("#"))).toEqual([]);

  await page.goto(url);
  const ours = question(page, /kept apart from that of other customers/);
  await expect(ours.getByLabel("Not stated")).toBeChecked();
  await expect(ours.getByText("The vendor answered")).toBeVisible();
  await ours.getByRole("button", { name: "Take it" }).click();
  await expect(ours.getByLabel("Yes")).toBeChecked();

  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await page.getByRole("button", { name: "Revoke the link" }).click();
  await expect(page.getByText("The link is revoked. What was answered with it stays.")).toBeVisible();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByText(/This link does not work/)).toBeVisible();
  await context.close();
});

test("two people at the same answer: neither is lost, the second sees the first", async ({ page }) => {
  test.setTimeout(120_000);
  const vendor = `Shared ${NAME}`;
  await signIn(page, "steward");
  await registerVendor(page, vendor);
  const url = await startAssessment(page, vendor);
  const other = await page.context().newPage();
  await other.goto(url);
  const asked = (each: Page) => question(each, /kept apart from that of other customers/);
  const [first, second] = [asked(page), asked(other)];
  await first.getByLabel("Yes").check();
  await expect(first.getByText("Saved", { exact: true })).toBeVisible();
  await second.getByLabel("No", { exact: true }).check();
  await expect(other.getByText(/saved this answer meanwhile\. Both are here\./)).toBeVisible();
  await second.getByRole("button", { name: "Save mine instead" }).click();
  await expect(second.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(
    question(page, /kept apart from that of other customers/).getByLabel("No", { exact: true }),
  ).toBeChecked();
});

test.describe("a person without rights", () => {
  test.use({ expectedConsoleErrors: [/status of 403/] });

  test("gets 403 for vendors, their export and their evidence", async ({ page }) => {
    await signIn(page, "reviewer");
    expect((await page.goto("/vendors"))?.status()).toBe(403);
    await expect(page.getByRole("main")).toContainText("Your roles do not open Vendors.");
    expect((await page.request.get("/vendors/export")).status()).toBe(403);
    expect((await page.request.get("/vendors/evidence/01a20b9d-0000-7000-8000-000000000000")).status()).toBe(403);
  });
});
