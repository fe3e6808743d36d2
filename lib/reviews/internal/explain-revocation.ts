import type { ReleaseState } from "@/lib/kernel/vocabulary";

/** Why a release cannot be revoked any more, or null. */
export function explainRevocation(release: { state: ReleaseState; expiresAt: Date } | null, now: Date): string | null {
  if (release === null) return "There is no release: nothing was approved.";
  switch (release.state) {
    case "issued":
      return release.expiresAt <= now ? "It ran out already: it cannot be redeemed any more." : null;
    case "redeemed":
    case "executed":
    case "failed":
      return "The agent has redeemed it already.";
    case "expired":
      return "It ran out already: it cannot be redeemed any more.";
    case "revoked":
      return "It is revoked already.";
  }
}
