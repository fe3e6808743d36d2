import { expect } from "@playwright/test";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

/** The browser itself says in its console that a page answered 403 or 404. */
const EXPECTED = [/status of 40[34]/];

const CLOSED_TO_REVIEWERS = [
  { path: "/data", area: "Data", who: "steward" },
  { path: "/data/sources", area: "Data", who: "steward" },
  { path: "/data/sources/new", area: "Data", who: "steward" },
  { path: "/scopes", area: "Scopes", who: "steward" },
  { path: "/scopes/new", area: "Scopes", who: "steward" },
  { path: "/agents/new", area: "Agents", who: "steward" },
  { path: "/audit", area: "Audit", who: "compliance" },
  { path: "/settings/webhooks", area: "Webhooks", who: "compliance" },
] as const;

test.describe("a person without rights", () => {
  test.use({ expectedConsoleErrors: EXPECTED });

  test("is refused each page with who could open it, and finds no way to it in the sidebar", async ({ page }) => {
    await signIn(page, "reviewer");
    const places = page.getByRole("navigation", { name: "Main" });
    await expect(places.getByRole("link")).toHaveText(["Overview", "Inbox", "Agents", "Settings"]);
    for (const { path, area, who } of CLOSED_TO_REVIEWERS) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(403);
      await expect(page.getByRole("main")).toContainText(`Your roles do not open ${area}.`);
      await expect(page.getByRole("main")).toContainText(who);
    }
  });

  test("who is not signed in is sent to the sign-in and back", async ({ page }) => {
    await page.goto("/scopes?status=live");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("cannot repeat a steward's action with a session of their own", async ({ page, browser }) => {
    await signIn(page, "steward");
    await page.getByRole("link", { name: "Scopes", exact: true }).click();
    await page.getByRole("link", { name: /^Invoice explainer on payments/ }).click();
    await page.getByRole("button", { name: "Revoke" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("To see whether somebody else can repeat this.");
    // Caught on its way and never let through, so that it is not carried out as the steward.
    await page.route("**/scopes/*", (route) => (route.request().method() === "POST" ? undefined : route.continue()));
    const sending = page.waitForRequest((request) => request.method() === "POST");
    await dialog.getByRole("button", { name: "Revoke the scope" }).click();
    const caught = await sending;

    const context = await browser.newContext();
    const reviewer = await context.newPage();
    await signIn(reviewer, "reviewer");
    const { cookie: _cookie, "content-length": _length, ...headers } = await caught.allHeaders();
    const named = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":")));
    const body = caught.postDataBuffer();
    if (body === null) throw new Error("the form was sent without a body");
    const answer = await context.request.post(caught.url(), { headers: named, data: body });
    expect(await answer.text()).toContain("This needs the permission scope:write");
    await context.close();

    const after = await page.context().newPage();
    await after.goto(page.url());
    await expect(after.getByRole("main").getByText("Live", { exact: true })).toBeVisible();
  });

  test("what is not there answers as not there, and a wrong part of an address is named", async ({ page }) => {
    await signIn(page, "steward");
    expect((await page.goto("/agents/nobody"))?.status()).toBe(404);
    expect((await page.goto("/scopes/01a20b9d-0000-7000-8000-000000000000"))?.status()).toBe(404);
    await page.goto("/agents?state=asleep");
    await expect(page.getByRole("main")).toContainText("state must be one of draft, active, suspended, retired.");
    await expect(page.getByRole("table", { name: "Agents" })).toBeVisible();
  });
});

test("compliance reads everything and changes nothing: each button says who could", async ({ page }) => {
  await signIn(page, "compliance");
  await page.getByRole("link", { name: "Data", exact: true }).click();
  const connect = page.getByRole("button", { name: "Connect a source" });
  await expect(connect).toHaveAccessibleDescription(/This needs a person with the role steward\./);
  await page.getByRole("link", { name: /^invoices/ }).click();
  await expect(page.getByRole("button", { name: "Grant a scope on it" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("link", { name: "Who can see it" }).click();
  await page.getByRole("button", { name: /^billing_email for Invoice explainer/ }).click();
  await expect(page.getByRole("dialog", { name: "Why" })).toContainText("masked for billing");
});
