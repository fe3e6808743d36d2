import { expect, it } from "vitest";
import { explainHold } from "./explain-hold";
import { HOLD_STATES, REJECT_PRESETS, RELEASE_STATES, REVIEW_VERDICTS } from "./vocabulary";

it("every state, verdict, preset and release has a sentence", () => {
  for (const state of HOLD_STATES)
    for (const verdict of [null, ...REVIEW_VERDICTS])
      for (const rejectPreset of [null, ...REJECT_PRESETS])
        for (const release of [null, ...RELEASE_STATES])
          expect(explainHold({ state, verdict, rejectPreset, release })).toMatch(/^[A-Z].*\.$/);
});

it.each([
  ["expired", null, /rejected/],
  ["expired", "expired", /not redeemed in time/],
  ["expired", "revoked", /taken back/],
  ["released", "issued", /redeem the release/],
  ["released", "redeemed", /report the outcome/],
  ["executed", "executed", /is done/],
  ["executed", "failed", /failed/],
] as const)("an agent of a hold that is %s, its release %s, is told what that means", (state, release, words) => {
  expect(explainHold({ state, verdict: null, rejectPreset: null, release })).toMatch(words);
});
