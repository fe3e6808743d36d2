import type { ValueEvidence } from "./classify-context";
import type { SampleProfile } from "./detect-samples";

/** What the values of some columns of one table show about the table. */
export function weighEvidence(profiles: readonly SampleProfile[]): ValueEvidence {
  return {
    traits: profiles.flatMap((profile) => (profile.trait === null ? [] : [profile.trait])),
    hasValues: profiles.some(({ count }) => count > 0),
    reachesPeople: profiles.some(
      ({ count, shares }) => count > 0 && (shares.email >= 0.6 || shares.phone_international >= 0.6),
    ),
  };
}
