import { assertNever } from "./assert-never";
import type { HoldState, RejectPreset, ReleaseState, ReviewVerdict } from "./vocabulary";

/** What a reviewer's preset tells the agent. */
const REJECTED: Readonly<Record<RejectPreset, string>> = {
  wrong_facts: "Rejected: the draft says something that is not so. Correct it and submit it again.",
  wrong_tone: "Rejected: the draft does not speak to the customer as it should. Write it anew and submit it again.",
  not_allowed: "Rejected: this may not be done. Do not submit it again.",
  needs_more_information: "Rejected: more must be known first. Find it out and submit it again.",
  customer_is_answered_otherwise: "Rejected: the customer is answered in another way. There is nothing left to do.",
  other: "Rejected.",
};

export type HoldFacts = {
  state: HoldState;
  verdict: ReviewVerdict | null;
  rejectPreset: RejectPreset | null;
  /** Null where nothing was approved. */
  release: ReleaseState | null;
};

function explainDecided({ verdict, rejectPreset }: HoldFacts): string {
  if (verdict === "taken_over") return "A person answers the customer: there is nothing left to do.";
  return REJECTED[rejectPreset ?? "other"];
}

function explainExpired({ release }: HoldFacts): string {
  if (release === null) return "Nobody decided in time, so it is rejected. Submit it again if it is still wanted.";
  if (release === "revoked") return "It was approved, and the release was taken back. Do not do it.";
  return "It was approved, and the release was not redeemed in time. Submit it again if it is still wanted.";
}

/** What has become of a hold, and what its agent does next, in a sentence. */
export function explainHold(facts: HoldFacts): string {
  const { state, release } = facts;
  switch (state) {
    case "open":
    case "claimed":
      return "It waits for a person.";
    case "decided":
      return explainDecided(facts);
    case "released":
      return release === "redeemed"
        ? "Redeemed: do exactly what it says, once, and report the outcome."
        : "Approved: redeem the release, do exactly what it says, and report the outcome.";
    case "executed":
      return release === "failed" ? "It failed, as the agent reported." : "It is done, and its outcome is reported.";
    case "expired":
      return explainExpired(facts);
    case "withdrawn":
      return "The agent withdrew it.";
    default:
      return assertNever(state);
  }
}
