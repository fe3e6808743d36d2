import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "@playwright/test";
import { startProduct } from "@/e2e/support/product";
import { findBrowser } from "./find-browser.mjs";

const OUT = "/tmp/h4-shots";
mkdirSync(OUT, { recursive: true });
const product = await startProduct();
console.log("started", product.consoleUrl);
const browser = await chromium.launch({ executablePath: findBrowser() ?? "", args: ["--no-sandbox"] });
try {
  const signIn = product.signIns.find((one) => one.role === "steward");
  if (!signIn) throw new Error("no steward");
  const context = await browser.newContext({
    baseURL: product.consoleUrl,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
  page.on("pageerror", (e) => console.log("pageerror:", String(e).slice(0, 300)));
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(signIn.email);
  await page.getByLabel("Password", { exact: true }).fill(signIn.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.goto("/vendors");
  const href = async (name: RegExp) =>
    (await page.getByRole("main").getByRole("link", { name }).first().getAttribute("href")) ?? "";
  const vendor = await href(/^Norrsken/);
  const second = await href(/^Lindqvist/);
  await page.goto(`${vendor}/assessments`);
  const assessment = await href(/^Assessment 1/);
  await page.goto("/vendors/checklists");
  const shipped = await href(/^AI vendor/);
  await page.goto(shipped);
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByLabel("Name of the copy").fill("Our own checklist");
  await page.getByRole("button", { name: "Make the copy" }).click();
  await page.getByRole("heading", { level: 1, name: "Our own checklist" }).waitFor();
  const copy = new URL(page.url()).pathname;
  // A draft, and a change that waits.
  await page.goto(`${second}/assessments`);
  await page.getByRole("button", { name: "Start an assessment" }).click();
  await page.getByRole("button", { name: "Start it" }).click();
  await page.waitForURL(/\/vendors\/assessments\//);
  const draft = new URL(page.url()).pathname;
  await page.goto(`${vendor}/change`);
  await page.getByLabel("Contract until").fill("2030-01-01");
  await page.getByLabel("Data-processing agreement until").fill("");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await page.waitForURL((url) => url.pathname === vendor);
  const pages: [string, string][] = [
    ["overview", "/"],
    ["vendors", "/vendors"],
    ["vendor", vendor],
    ["vendor-assessments", `${vendor}/assessments`],
    ["vendor-dependencies", `${vendor}/dependencies`],
    ["vendor-texts", `${vendor}/texts`],
    ["vendor-change", `${vendor}/change`],
    ["new", "/vendors/new"],
    ["compare", "/vendors/compare"],
    ["checklists", "/vendors/checklists"],
    ["import", "/vendors/checklists/import"],
    ["checklist", shipped],
    ["edit", `${copy}/change`],
    ["edit-file", `${copy}/change/file`],
    ["assessment", assessment],
    ["draft", draft],
    ["decide", `${assessment}/decide`],
    ["report", `${assessment}/report`],
    ["vendor-answers", "/vendor-answers"],
  ];
  const only = process.argv[2]?.split(",");
  for (const [name, path] of pages) {
    if (only && !only.includes(name)) continue;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await page.waitForLoadState("load");
    if (name === "edit") {
      await page.getByRole("button", { name: "Edit question 2", exact: true }).click();
      await page.waitForTimeout(300);
    }
    for (const theme of ["light", "dark"]) {
      await page.evaluate((one) => document.documentElement.setAttribute("data-theme", one), theme);
      await page.screenshot({ path: `${OUT}/${name}-${theme}.png`, animations: "disabled" });
      const from = Date.now();
      const axe = new AxeBuilder({ page });
      const { violations } = await (theme === "light"
        ? axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        : axe.withRules(["color-contrast"])
      ).analyze();
      console.log(
        name,
        theme,
        `${Date.now() - from} ms`,
        violations
          .map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map((n) => n.target.join(" "))
                .join("; ")}`,
          )
          .join(" | "),
      );
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => document.documentElement.setAttribute("data-theme", "light"));
    await page.screenshot({ path: `${OUT}/${name}-390.png`, animations: "disabled" });
    await page.setViewportSize({ width: 320, height: 700 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) console.log(name, "OVERFLOW", over);
  }
} finally {
  await browser.close();
  await product.stop();
}
