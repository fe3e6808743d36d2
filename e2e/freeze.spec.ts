import { expect, type Page } from "@playwright/test";
import { issueKey } from "./support/agent";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

/** Nobody else's in these tests: what it is refused disturbs no other. */
const AGENT = "Invoice explainer";

async function askWho(gateUrl: string, key: string): Promise<string> {
  const answer = await fetch(`${gateUrl}/v1/me`, { headers: { authorization: `Bearer ${key}` } });
  const { obstacle } = (await answer.json()) as { obstacle: { code: string } | null };
  return obstacle?.code ?? "granted";
}

async function openFreezes(page: Page): Promise<void> {
  await page.goto("/settings/freeze");
  await expect(page.getByRole("heading", { name: "Freeze", level: 1 })).toBeVisible();
}

test("an agent is drilled, frozen by one admin and thawed by two, and every page says so meanwhile", async ({
  page,
  browser,
  gateUrl,
}) => {
  test.setTimeout(90_000);
  await signIn(page, "steward");
  const key = await issueKey(page, AGENT);
  await openFreezes(page);
  await expect(page.getByText(/This needs a person with the role admin/)).toBeVisible();

  const marlene = await (await browser.newContext()).newPage();
  await signIn(marlene, "admin");
  await openFreezes(marlene);
  await marlene.getByLabel("Canary").selectOption({ label: AGENT });
  await marlene.getByRole("button", { name: "Run the drill" }).click();
  const drills = marlene.getByRole("list", { name: "Drills" });
  await expect(drills.getByText(/refused after [\d.]+ ms/)).toBeVisible({ timeout: 20_000 });
  await expect(drills.getByText("Passed")).toBeVisible();
  expect(await askWho(gateUrl, key)).toBe("granted");

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Agents" }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`^${AGENT}`) })
    .click();
  await page.getByRole("button", { name: `Freeze ${AGENT}?` }).click();
  await page.getByLabel("Reason").fill("It answers strangely.");
  await page.getByRole("button", { name: `Freeze ${AGENT}`, exact: true }).click();
  await expect(page.getByRole("region", { name: "What is frozen" })).toContainText(AGENT);
  expect(await askWho(gateUrl, key)).toBe("frozen_agent");

  await openFreezes(marlene);
  const frozen = marlene.getByRole("list", { name: "Frozen now" }).getByRole("listitem");
  await expect(frozen.getByRole("button", { name: "Approve lifting" })).toHaveAccessibleDescription(
    /proposes it first/,
  );
  await frozen.getByRole("button", { name: "Propose to lift" }).click();
  await marlene.getByLabel("Reason").last().fill("It was a wrong prompt, now mended.");
  await marlene.getByRole("button", { name: "Propose it" }).click();
  await expect(frozen.getByRole("button", { name: "Approve lifting" })).toHaveAccessibleDescription(/second admin/);
  expect(await askWho(gateUrl, key)).toBe("frozen_agent");

  const ruben = await (await browser.newContext()).newPage();
  await signIn(ruben, "admin-2");
  await ruben.getByRole("region", { name: "What is frozen" }).getByRole("link").click();
  await ruben.getByRole("button", { name: "Approve lifting" }).click();
  await ruben.getByRole("button", { name: "Lift it" }).click();
  await expect(ruben.getByText("Nothing is frozen")).toBeVisible();
  expect(await askWho(gateUrl, key)).toBe("granted");
});
