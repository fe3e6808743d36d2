import { test as base, expect } from "@playwright/test";

interface Options {
  /** Console errors that a test brings about on purpose, such as the browser's own line about an answer of 403. */
  expectedConsoleErrors: RegExp[];
}

interface Fixtures {
  gateUrl: string;
}

/** As Playwright's, but an error in the browser's console, or one that no code caught, fails the test. */
export const test = base.extend<Options & Fixtures>({
  expectedConsoleErrors: [[], { option: true }],
  gateUrl: async ({ baseURL: _ }, use) => {
    await use(process.env["E2E_GATE_URL"] ?? "");
  },
  context: async ({ context, expectedConsoleErrors }, use) => {
    const errors: string[] = [];
    context.on("console", (message) => {
      if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => errors.push(String(error.error())));
    await use(context);
    const unexpected = errors.filter((text) => !expectedConsoleErrors.some((pattern) => pattern.test(text)));
    expect(unexpected, "errors in the browser's console").toEqual([]);
  },
});
