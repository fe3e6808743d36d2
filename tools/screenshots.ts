import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { type Product, startProduct } from "@/e2e/support/product";
import { findBrowser } from "./find-browser.mjs";

const FOLDER = "docs/images";
const SIZE = { width: 1280, height: 800 };

type Shot = { file: string; role: string; open: (page: Page) => Promise<void> };

/** What the README and the guides show: each page as a person of the demo company comes to it. */
const SHOTS: readonly Shot[] = [
  {
    file: "agent.png",
    role: "steward",
    open: async (page) => {
      await page.goto("/agents");
      await page.getByRole("link", { name: /^Service desk assistant/ }).click();
      await page.getByRole("main").getByRole("link", { name: "Scopes", exact: true }).click();
      await page.getByRole("heading", { name: "What it may read" }).waitFor();
    },
  },
  {
    file: "inbox.png",
    role: "reviewer",
    open: async (page) => {
      await page.goto("/inbox");
      await page
        .getByRole("link", { name: /Invoice explainer/ })
        .first()
        .click();
      await page.getByRole("heading", { name: "What the customer wrote" }).waitFor();
    },
  },
  {
    file: "data.png",
    role: "steward",
    open: async (page) => {
      await page.goto("/data");
      await page.getByRole("table").waitFor();
    },
  },
  {
    file: "audit.png",
    role: "compliance",
    open: async (page) => {
      await page.goto("/audit");
      await page.getByRole("table").waitFor();
    },
  },
];

async function take(browser: Browser, product: Product, { file, role, open }: Shot): Promise<void> {
  const signIn = product.signIns.find((one) => one.role === role);
  if (signIn === undefined) throw new Error(`the demo company has no ${role}`);
  const context = await browser.newContext({ baseURL: product.consoleUrl, viewport: SIZE, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(signIn.email);
  await page.getByLabel("Password", { exact: true }).fill(signIn.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await open(page);
  await page.screenshot({ path: `${FOLDER}/${file}`, animations: "disabled" });
  await context.close();
  console.log(`wrote ${FOLDER}/${file}`);
}

const executablePath = findBrowser();
if (executablePath === null) throw new Error("No Chromium was found; `npm test` says how to get one.");
mkdirSync(FOLDER, { recursive: true });
const product = await startProduct({ GATEHOUSE_DEMO_SCALE: "1" });
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  for (const shot of SHOTS) await take(browser, product, shot);
} finally {
  await browser.close();
  await product.stop();
}
