import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Colours change in steps, from the page inwards, a frame each: read before the last, an element still has the other theme's. */
async function settleColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      quiet = document.getAnimations().length === 0 ? quiet + 1 : 0;
    }
  });
}

/** Of a table's body all but its first rows: the others are made by the same code from other values. */
const FURTHER_ROWS = "tbody > tr:nth-child(n + 7)";

/**
 * Axe for one page without frames. Its usual way carries every result to a second page in pieces, which takes longer than looking; only
 * violations are asked for in full.
 */
function axeFor(page: Page, leaveOut: string | undefined): AxeBuilder {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .exclude(FURTHER_ROWS);
  return leaveOut === undefined ? axe : axe.exclude(leaveOut);
}

/**
 * All rules in the light theme, and in the dark one those that its colours decide. `leaveOut` selects what is on the page more than once and
 * was looked at.
 */
export async function expectAccessible(page: Page, what: string, leaveOut?: string): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const inTheme = async (theme: "light" | "dark", axe: AxeBuilder) => {
    await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
    await settleColours(page);
    const { violations } = await axe.analyze();
    return violations.map(
      ({ id, nodes }) => `${theme} ${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
    );
  };
  const light = await inTheme("light", axeFor(page, leaveOut).withTags(tags));
  const dark = await inTheme("dark", axeFor(page, leaveOut).withRules(["color-contrast", "link-in-text-block"]));
  expect.soft([...light, ...dark], what).toEqual([]);
}
