"use client";

import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { loadVerifier } from "@/components/audit/load-verifier";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { EventProof } from "@/lib/audit/get-event-proof";

type Outcome = { isIntact: boolean; sentence: string };

/** Checks, in the reader's browser, that this text is the log's entry under the signed checkpoint. */
export function ProofCheck({ text, proof, keys }: { text: string; proof: EventProof; keys: string[] }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isPending, setPending] = useState(false);
  const verify = async () => {
    setPending(true);
    setOutcome(await check(text, proof, keys));
    setPending(false);
  };
  return (
    <div className="space-y-3">
      <Button icon={<ShieldCheck aria-hidden />} onClick={() => void verify()} isPending={isPending}>
        Verify in this browser
      </Button>
      <div role="status">
        {outcome !== null && (
          <Callout
            tone={outcome.isIntact ? "good" : "danger"}
            title={outcome.isIntact ? "It is in the log." : "It could not be proved."}
          >
            {outcome.sentence}
          </Callout>
        )}
      </div>
    </div>
  );
}

async function check(text: string, proof: EventProof, keys: string[]): Promise<Outcome> {
  try {
    const { verifyProof } = await loadVerifier();
    const { isIntact, problem, keyId } = await verifyProof({ ...proof, text }, keys);
    const size = proof.size.toLocaleString("en-GB");
    const steps = proof.hashes.length === 1 ? "1 hash" : `${proof.hashes.length} hashes`;
    return {
      isIntact,
      sentence: problem ?? `Its text and ${steps} lead to the root of ${size} entries that key ${keyId} signed.`,
    };
  } catch {
    return {
      isIntact: false,
      sentence:
        "The verifier did not load, or this browser has no Ed25519. Nothing is known about the event: try again.",
    };
  }
}
