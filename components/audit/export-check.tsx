"use client";

import { useId, useState } from "react";
import { loadVerifier } from "@/components/audit/load-verifier";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import type { Verdict } from "@/lib/audit/verifier/verify.mjs";

type Outcome = { isIntact: boolean; title: string; sentence: string };

/** Verifies an export's tar from the reader's disk: every event's text, its place and the signature. Nothing is sent anywhere. */
export function ExportCheck({ keys }: { keys: string[] }) {
  const id = useId();
  const [entries, setEntries] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const verify = async (file: File) => {
    setOutcome(null);
    setEntries(0);
    setOutcome(await check(file, keys, setEntries));
    setEntries(null);
  };
  return (
    <div className="space-y-3">
      <label htmlFor={id} className="block font-medium text-sm">
        An export that you have downloaded (.tar)
      </label>
      <Input
        id={id}
        type="file"
        accept=".tar"
        className="max-w-md py-1"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void verify(file);
        }}
      />
      {entries !== null && <Progress label="Verifying" detail={`${entries.toLocaleString("en-GB")} entries`} />}
      <div role="status">
        {outcome !== null && (
          <Callout tone={outcome.isIntact ? "good" : "danger"} title={outcome.title}>
            {outcome.sentence}
          </Callout>
        )}
      </div>
    </div>
  );
}

function toOutcome({ isIntact, problem, entries, size, keyId }: Verdict): Outcome {
  if (!isIntact) return { isIntact, title: "The export is not intact.", sentence: problem?.sentence ?? "" };
  const [some, all] = [entries.toLocaleString("en-GB"), size.toLocaleString("en-GB")];
  const sentence = `${some} entries lead to the root of ${all} that key ${keyId ?? ""} of this log signed.`;
  return { isIntact, title: "The export is intact.", sentence };
}

async function check(file: File, keys: string[], onProgress: (entries: number) => void): Promise<Outcome> {
  try {
    const { verifyTar, readerOfBlob } = await loadVerifier();
    return toOutcome(await verifyTar(readerOfBlob(file), { keys, onProgress }));
  } catch {
    const sentence = "Choose the tar as it was downloaded. A browser without Ed25519 cannot check it; Node can.";
    return { isIntact: false, title: "This file cannot be read as an export.", sentence };
  }
}
