import { expect } from "@playwright/test";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

test("an event's proof verifies in the browser, and a proof that was touched does not", async ({ page }) => {
  await signIn(page, "compliance", "/audit?action=scope.granted");
  await page.getByRole("table", { name: "Events" }).getByRole("link").first().click();
  const proof = page.getByRole("complementary", { name: "Event" }).getByRole("region", { name: "Proof" });
  await proof.getByRole("button", { name: "Verify in this browser" }).click();
  await expect(proof.getByRole("status")).toContainText("It is in the log.");

  // The event's text with one letter changed, as if the server had shown another one.
  await page.route("**/audit/verifier.mjs", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      "hashLeaf(toUtf8(text))",
      'hashLeaf(toUtf8(text.replace("granted", "Granted")))',
    );
    await route.fulfill({ response: answer, body });
  });
  await page.reload();
  await proof.getByRole("button", { name: "Verify in this browser" }).click();
  await expect(proof.getByRole("status")).toContainText("is not in the log as it is shown here.");
});

test("the whole log verifies in the browser, and its page names checkpoint, keys and anchors", async ({ page }) => {
  await signIn(page, "compliance", "/audit/log");
  const main = page.getByRole("main");
  await expect(main).toContainText("No alarm: the log agrees with what its anchors hold.");
  await expect(main).toContainText("Takes checkpoints");
  const verify = main.getByRole("button", { name: "Verify the whole log in this browser" });
  await verify.click();
  await expect(main.getByRole("status").first()).toContainText("The log is intact.");
  // The browser is a witness of its own: what it saw before must still be there.
  await verify.click();
  await expect(main.getByRole("status").first()).toContainText("that this browser found before");
});

test("hashes that were changed on their way make the verification fail", async ({ page }) => {
  await signIn(page, "compliance");
  await page.route("**/audit/log/leaves*", async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    body[40] = (body[40] ?? 0) ^ 1;
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/audit/log");
  await page.getByRole("button", { name: "Verify the whole log in this browser" }).click();
  await expect(page.getByRole("main").getByRole("status").first()).toContainText(
    "The entries do not lead to the root that was signed.",
  );
});

test("a log shorter than what this browser saw before is told", async ({ page }) => {
  await signIn(page, "compliance", "/audit/log");
  const main = page.getByRole("main");
  const verify = main.getByRole("button", { name: "Verify the whole log in this browser" });
  await verify.click();
  await expect(main.getByRole("status").first()).toContainText("The log is intact.");
  await page.evaluate(() => {
    const seen = JSON.parse(localStorage.getItem("gatehouse-log-seen") ?? "{}") as { size: number };
    localStorage.setItem("gatehouse-log-seen", JSON.stringify({ ...seen, size: seen.size + 1_000_000 }));
  });
  await verify.click();
  await expect(main.getByRole("status").first()).toContainText("its end is missing");
});

test("an export is made while its page is closed, downloads as a file, and verifies in the browser", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signIn(page, "compliance", "/audit?action=scope.granted");
  await page.getByRole("link", { name: "Export these events" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("Only what fits: action.");
  const exports = main.getByRole("list", { name: "Exports" }).getByRole("link", { name: /^Download NDJSON/ });
  const before = await exports.count();
  await main.getByRole("button", { name: "Export", exact: true }).click();
  await expect(page).toHaveURL(/\/audit\/exports$/);
  await page.goto("/agents");
  await page.goto("/audit/exports");
  await expect(exports).toHaveCount(before + 1, { timeout: 30_000 });
  const downloading = page.waitForEvent("download");
  await exports.first().click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^gatehouse-ndjson-.*\.tar$/);
  const path = await download.path();

  await page.goto("/audit/log");
  await page.getByLabel("An export that you have downloaded (.tar)").setInputFiles(path);
  await expect(main.getByText("The export is intact.")).toBeVisible();
});

test.describe("a reviewer", () => {
  test.use({ expectedConsoleErrors: [/status of 403/] });

  test("gets 403 on every page and file of the audit", async ({ page }) => {
    await signIn(page, "reviewer");
    const id = "01a20b9d-0000-7000-8000-000000000000";
    for (const path of [
      "/audit/who-saw",
      "/audit/agent-saw",
      "/audit/exports",
      "/audit/log",
      `/audit/exports/${id}/file`,
      "/audit/who-saw/csv?subject=sub_00000000000000000000000000000000",
      `/audit/agent-saw/csv?agent=${id}`,
      "/audit/log/leaves?first=0&size=10",
      "/audit/verifier.mjs",
    ]) {
      expect((await page.request.get(path)).status(), path).toBe(403);
    }
  });
});
