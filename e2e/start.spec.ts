import { expect } from "@playwright/test";
import { getSignIn, typeSignIn } from "./support/sign-in";
import { test } from "./support/test";

test("one command starts a console that asks who I am, and a gate that is ready", async ({
  page,
  request,
  gateUrl,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(/sign-in/);
  expect((await request.get(`${gateUrl}/healthz`)).status()).toBe(200);
});

for (const role of ["admin", "steward", "reviewer", "compliance"]) {
  test(`the demo company's ${role} can sign in`, async ({ page }) => {
    await typeSignIn(page, role);
    await expect(page.getByRole("navigation").first()).toBeVisible();
  });
}

test("a wrong password does not sign in, and says so", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(getSignIn("admin").email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});
