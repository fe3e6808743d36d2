import type { WideningKind, WideningState } from "@/lib/kernel/widening-state";

type Named = { kind: WideningKind; agentName: string | null; datasetName: string | null };

/** What a widening would do, in a line. */
export function toWideningTitle({ kind, agentName, datasetName }: Named): string {
  if (kind === "rule_off") return "Switch the two-person rule off";
  const where = `${agentName ?? "an agent"} on ${datasetName ?? "a dataset"}`;
  if (kind === "grant") return `A new scope: ${where}`;
  return kind === "change" ? `More for ${where}` : `End a strict scope: ${where}`;
}

export const WIDENING_STATE_WORDS: { readonly [S in WideningState]: string } = {
  waiting: "Waiting",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};
