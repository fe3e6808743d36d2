import { expect } from "@playwright/test";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

test("a steward tries a request as an agent and reads why it would be refused, and what it sees", async ({ page }) => {
  await signIn(page, "steward");
  await page.goto("/agents");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Service desk assistant/ })
    .click();
  await page.getByRole("link", { name: "What it sees" }).click();
  await expect(page.getByRole("table", { name: "customers for customer_support" })).toContainText("email");
  await page.getByRole("combobox", { name: "Dataset" }).click();
  await page.getByRole("option", { name: "customers", exact: true }).click();
  await page.getByLabel("Purpose").selectOption("customer_support");
  await page.getByLabel("Fields in a filter").fill("email");
  await page.getByRole("button", { name: "Try it" }).click();
  const why = page.getByRole("region", { name: "Why" });
  await expect(why).toContainText("filter_on_protected_field");
  await expect(why).toContainText("Filter on fields that are released in clear.");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^agent-sees-.*\.csv$/);
});
