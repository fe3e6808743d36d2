import { expect, test } from "vitest";
import { toSettingsDoc } from "./settings-doc";

test("the guide to the settings says what the code reads (vitest -u writes it anew)", async () => {
  await expect(toSettingsDoc()).toMatchFileSnapshot("../../docs/settings.md");
});
