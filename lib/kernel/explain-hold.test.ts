import { expect, it } from "vitest";
import { explainHold } from "./explain-hold";
import { HOLD_STATES, REJECT_PRESETS, REVIEW_VERDICTS } from "./vocabulary";

it("every state, verdict and preset has a sentence, and an expiry says what expired", () => {
  for (const state of HOLD_STATES)
    for (const verdict of [null, ...REVIEW_VERDICTS])
      for (const rejectPreset of [null, ...REJECT_PRESETS])
        for (const isApproved of [true, false])
          expect(explainHold({ state, verdict, rejectPreset, isApproved })).toMatch(/^[A-Z].*\.$/);
  const expired = { state: "expired", verdict: null, rejectPreset: null } as const;
  expect(explainHold({ ...expired, isApproved: false })).toMatch(/rejected/);
  expect(explainHold({ ...expired, isApproved: true })).toMatch(/release/);
});
