import { expect, test } from "vitest";
import { envVariables } from "@/lib/runtime/env-variables";
import { toHelpText } from "./print-help";

test("the help names every setting with its default, and every way to start", () => {
  const text = toHelpText();
  for (const { name, defaultText } of Object.values(envVariables)) {
    expect(text).toContain(`  ${name}`);
    expect(text).toContain(`Default: ${defaultText}`);
  }
  expect(text).toContain("npm start -- --dev");
});
