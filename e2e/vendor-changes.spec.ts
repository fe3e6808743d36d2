import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { signIn } from "./support/sign-in";
import { test } from "./support/test";

const NAME = Date.now().toString(36);

/** Of a page with many sections of questions all but the first: they are the same again. */
const FURTHER_SECTIONS = "main section ~ section";

test("a checklist is copied and edited question by question, and what becomes stale is shown before it is saved", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "steward", "/vendors/checklists");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^AI vendor/ })
    .click();
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByLabel("Name of the copy").fill(`Ours ${NAME}`);
  await page.getByRole("button", { name: "Make the copy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Ours ${NAME}` })).toBeVisible();
  await page.getByRole("link", { name: "Change", exact: true }).click();

  await page.getByRole("button", { name: "Edit question 2", exact: true }).click();
  await page.getByLabel("Weight").selectOption("9");
  await page.getByRole("button", { name: "Move question 2 up" }).click();
  await page.getByRole("button", { name: "Remove question 4", exact: true }).click();
  await page.getByRole("button", { name: "Add a question to What is stored" }).click();
  await page.getByLabel("Question", { exact: true }).fill("Who can read the backups?");
  await page.getByLabel("Key", { exact: true }).fill("Key holder");
  await page.getByLabel("Answered with").selectOption("choice");
  await page.getByLabel("Option 1", { exact: true }).fill("We do");
  await page.getByLabel("Option 2", { exact: true }).fill("The vendor does");
  await page.getByLabel("A good answer, in words").fill("We do.");
  await page.getByLabel("Why it is asked").fill("Whoever holds the keys can read.");
  const look = page.getByRole("button", { name: "See what changes, then save" });
  await look.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Key: Must be lower-case letters");
  await expectAccessible(page, "an open question with a fault", FURTHER_SECTIONS);
  await page.getByLabel("Key", { exact: true }).fill("key_holder");
  await look.click();
  const dialog = page.getByRole("dialog", { name: "Save version 2?" });
  await expect(dialog).toContainText("1 new: key_holder");
  await expect(dialog).toContainText("1 changed: storage_regions");
  await expect(dialog).toContainText("1 gone: embedding_storage");
  await expect(dialog).toContainText("It makes no assessment stale.");
  await dialog.getByRole("button", { name: "Go on editing" }).click();
  await page.getByRole("link", { name: `Ours ${NAME}` }).click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await look.click();
  await dialog.getByLabel("What this version changes").fill("Keys.");
  await dialog.getByRole("button", { name: "Save version 2" }).click();
  await expect(page.getByText("44 questions in 12 sections. Keys.")).toBeVisible();
  await expect(page.getByText("Who can read the backups?")).toBeVisible();
});

test("two people change one vendor: the second sees the first; what lets its agents go on for longer waits for a second person", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "steward", "/vendors");
  await page.getByRole("main").getByRole("link", { name: "Quellmar Valves" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Quellmar Valves" })).toBeVisible();
  const vendor = page.url();
  const other = await page.context().newPage();
  for (const each of [page, other]) await each.goto(`${vendor}/change`);
  await page.getByLabel("Models").fill(`first ${NAME}`);
  await page.getByLabel("Contract until").fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("This changes by itself", { exact: false })).toBeVisible();

  await other.getByLabel("Notes").fill(`second ${NAME}`);
  await other.getByLabel("Models").fill(`other ${NAME}`);
  await other.getByRole("button", { name: "Save the changes" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toContainText("saved this vendor meanwhile");
  await expect(other.getByRole("main").getByRole("alert")).toContainText(
    `Models: Jonas Feld saved "first ${NAME}" here.`,
  );
  await expect(other.getByLabel("Notes")).toHaveValue(`second ${NAME}`);
  await expect(other.getByLabel("Contract until")).not.toHaveValue("");
  await other.getByLabel("Contract until").fill("");
  await other.getByRole("button", { name: "Save the changes" }).click();
  const waiting = other.getByRole("region", { name: "A change that waits" });
  await expect(waiting).toContainText("No end");
  await expect(waiting.getByRole("button", { name: "Confirm" })).toHaveAccessibleDescription(
    "You proposed it: somebody else has to confirm it.",
  );
  await expect(other.getByText(`second ${NAME}`)).toBeVisible();
  await expect(other.getByText("This changes by itself", { exact: false })).toBeVisible();
  await expectAccessible(other, "a change that waits");

  const context = await browser.newContext();
  const admin = await context.newPage();
  await signIn(admin, "admin");
  await expect(admin.getByText("A change of Quellmar Valves waits for a second person")).toBeVisible();
  await admin.goto(vendor);
  await admin.getByRole("button", { name: "Confirm" }).click();
  await admin.getByRole("button", { name: "Confirm the change" }).click();
  await expect(admin.getByText("The change is confirmed and in force.")).toBeVisible();
  await expect(admin.getByText("This changes by itself", { exact: false })).toBeHidden();
  await context.close();
});

/** An assessment's or a checklist's own page: one question below the other. */
const LONG = /\/(assessments|checklists)\/[^/]+$/;

/** Pages, and those of them whose likes are checked elsewhere, which are only tried at 320 px. */
const PARTS: Record<string, (page: Page) => Promise<{ paths: string[]; alike: string[] }>> = {
  "one vendor": async (page) => {
    const vendor = await hrefOf(page, "/vendors", /^Norrsken/);
    const assessment = await hrefOf(page, `${vendor}/assessments`, /^Assessment 1/);
    const own = ["", "/assessments", "/dependencies", "/change"].map((part) => vendor + part);
    return { paths: [...own, assessment, `${assessment}/decide`], alike: [`${vendor}/texts`, `${assessment}/report`] };
  },
  "all vendors and checklists": async (page) => {
    const checklist = await hrefOf(page, "/vendors/checklists", /^AI vendor/);
    const alike = ["/new", "/compare", "/checklists/import"].map((part) => `/vendors${part}`);
    return {
      paths: ["/vendors", "/vendors/checklists", "/vendor-answers", checklist],
      alike: [...alike, `${checklist}/change`, `${checklist}/change/file`],
    };
  },
};

async function hrefOf(page: Page, list: string, name: RegExp): Promise<string> {
  await page.goto(list);
  return (await page.getByRole("main").getByRole("link", { name }).first().getAttribute("href")) ?? "";
}

for (const [part, listPaths] of Object.entries(PARTS)) {
  test(`the pages of ${part} are accessible in both themes, and nothing overflows at 320 px`, async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, "steward");
    const { paths, alike } = await listPaths(page);
    for (const path of [...paths, ...alike]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      if (paths.includes(path)) await expectAccessible(page, path, LONG.test(path) ? FURTHER_SECTIONS : undefined);
      await page.setViewportSize({ width: 320, height: 700 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${path} at 320 px`).toBeLessThanOrEqual(0);
    }
  });
}
