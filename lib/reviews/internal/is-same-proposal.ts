import { canonicalJson } from "@/lib/kernel/canonical-json";
import { type Proposal, unsealPayload } from "@/lib/reviews/release-payload";

/** Whether an edit changed nothing: then it is an approval of what is there. */
export function isSameProposal(stored: { id: string; payloadSealed: string }, edited: Proposal): boolean {
  const { nonce: _, ...proposal } = unsealPayload(stored.payloadSealed, stored.id);
  return canonicalJson(proposal) === canonicalJson(edited);
}
