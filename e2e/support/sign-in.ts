import { type BrowserContext, expect, type Page } from "@playwright/test";
import type { SignIn } from "./product";

/** The first sign-in that the start made for the role. */
export function getSignIn(role: string): SignIn {
  const signIns = JSON.parse(process.env["E2E_SIGN_INS"] ?? "[]") as SignIn[];
  const found = signIns.find((each) => each.role === role);
  if (!found) throw new Error(`the demo company has no ${role}; it has ${signIns.map((each) => each.role).join(", ")}`);
  return found;
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

const sessions = new Map<string, Cookies>();

/** Types e-mail and password as a person does, and waits until the console is there. */
export async function typeSignIn(page: Page, role: string): Promise<void> {
  const { email, password } = getSignIn(role);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  // Another address asked for while this one is on its way would be interrupted by it.
  await page.waitForLoadState("load");
}

/** Opens a page of the console as the role. The first time of a worker types the password; later ones go on with that session, as a second window does. */
export async function signIn(page: Page, role: string, path = "/"): Promise<void> {
  const kept = sessions.get(role);
  if (kept === undefined) {
    await typeSignIn(page, role);
    sessions.set(role, await page.context().cookies());
    if (path === "/") return;
  } else {
    await page.context().addCookies(kept);
  }
  await page.goto(path);
  await expect(page).not.toHaveURL(/sign-in/);
}
