import { expect, type Page } from "@playwright/test";
import type { SignIn } from "./product";

/** The first sign-in that the start made for the role. */
export function getSignIn(role: string): SignIn {
  const signIns = JSON.parse(process.env["E2E_SIGN_INS"] ?? "[]") as SignIn[];
  const found = signIns.find((each) => each.role === role);
  if (!found) throw new Error(`the demo company has no ${role}; it has ${signIns.map((each) => each.role).join(", ")}`);
  return found;
}

/** Signs in as a person does and waits until the console is there. */
export async function signIn(page: Page, role: string): Promise<void> {
  const { email, password } = getSignIn(role);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
