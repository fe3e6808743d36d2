import { expect } from "@playwright/test";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

test("a steward sees the demo company's data classified, corrects a field and confirms the rest", async ({ page }) => {
  await signIn(page, "steward");
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search datasets and fields" }).fill("products");
  await page.getByRole("searchbox", { name: "Search datasets and fields" }).press("Enter");
  await expect(page).toHaveURL(/q=products/);
  await page.getByRole("link", { name: /^products/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "products" })).toBeVisible();

  const fields = page.getByRole("table", { name: "Fields" });
  const [first] = await fields.getByRole("combobox").all();
  if (first === undefined) throw new Error("the dataset has no field to correct");
  await first.selectOption({ label: "Business-sensitive" });
  await fields
    .getByRole("button", { name: /^Correct / })
    .first()
    .click();
  await expect(page.getByText("1 field is confirmed, 1 corrected.")).toBeVisible();
  await page.getByRole("button", { name: "Confirm all as suggested" }).click();
  await expect(page.getByRole("button", { name: /^Confirm / })).toHaveCount(0);
});

test("who can see a field stands beside its dataset", async ({ page }) => {
  await signIn(page, "steward", "/data");
  await page.getByRole("link", { name: /^support_tickets/ }).click();
  await page.getByRole("link", { name: /^reporter_email/ }).click();
  const panel = page.getByRole("complementary", { name: "reporter_email" });
  await expect(panel.getByRole("listitem")).toContainText(["Service desk assistant"]);
  await expect(panel).toContainText("Masked");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
});

test("a discovery shows its progress, survives a reload and finds nothing new the second time", async ({ page }) => {
  await signIn(page, "steward", "/data/sources");
  await page.getByRole("link", { name: /^Quellmar/ }).click();
  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByText(/It answers: Postgres/)).toBeVisible();
  await page.getByRole("button", { name: "Discover it again" }).click();
  await expect(page.getByRole("button", { name: "Discover it again" })).toHaveAttribute("aria-disabled", "true");
  await page.reload();
  const progress = page.getByRole("region", { name: "Discovered" });
  await expect(progress).toContainText("0 new, 0 changed and 0 vanished fields", { timeout: 30_000 });
});

test("a source that cannot be reached says why, and its password comes back nowhere", async ({ page }) => {
  await signIn(page, "steward", "/data/sources/new");
  await page.getByLabel("Name").fill("Out of reach");
  await page.getByLabel("Connection URL").fill("http://elsewhere");
  await page.getByRole("button", { name: "Connect the source" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Must look like postgresql://" })).toBeVisible();
  await page.getByLabel("Connection URL").fill("postgresql://reader:very-secret@127.0.0.1:1/shop");
  await page.getByRole("button", { name: "Connect the source" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Out of reach" })).toBeVisible();
  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing listens" })).toBeVisible();
  expect(await page.content()).not.toContain("very-secret");
});
