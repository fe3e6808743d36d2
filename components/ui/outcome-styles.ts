import type { Outcome } from "@/lib/kernel/vocabulary";

/** Text and icon. */
export const outcomeInk: Record<Outcome, string> = {
  clear: "text-clear-ink",
  masked: "text-masked-ink",
  withheld: "text-withheld-ink",
  denied: "text-denied-ink",
  held: "text-held-ink",
};

/** Ground, edge and text together; withheld is hatched. */
export const outcomeTint: Record<Outcome, string> = {
  clear: "bg-clear-soft border-clear-line text-clear-ink",
  masked: "bg-masked-soft border-masked-line text-masked-ink",
  withheld: "bg-withheld-soft border-withheld-line text-withheld-ink",
  denied: "bg-denied-soft border-denied-line text-denied-ink",
  held: "bg-held-soft border-held-line text-held-ink",
};

/** A solid bar or dot, in charts and meters. */
export const outcomeSolid: Record<Outcome, string> = {
  clear: "bg-clear",
  masked: "bg-masked",
  withheld: "bg-withheld",
  denied: "bg-denied",
  held: "bg-held",
};
