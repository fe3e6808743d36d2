import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** All rules in the light theme, and in the dark one those that its colours decide. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const inTheme = async (theme: "light" | "dark", axe: AxeBuilder) => {
    await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
    const { violations } = await axe.analyze();
    return violations.map(
      ({ id, nodes }) => `${theme} ${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
    );
  };
  const light = await inTheme("light", new AxeBuilder({ page }).withTags(tags));
  const dark = await inTheme("dark", new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
  expect.soft([...light, ...dark], what).toEqual([]);
}
