import type { FieldTreatment, Outcome } from "@/lib/kernel/vocabulary";

/** One word and one sentence for each outcome. */
export const OUTCOME_WORDS: Record<Outcome, { word: string; sentence: string }> = {
  clear: { word: "Clear", sentence: "Leaves as it is stored." },
  masked: { word: "Masked", sentence: "Leaves changed, never as it is stored." },
  withheld: { word: "Withheld", sentence: "Never leaves the source." },
  denied: { word: "Denied", sentence: "The request is refused." },
  held: { word: "Held", sentence: "Waits for a person." },
};

/** One word and one sentence for each way a field may be shown. */
export const TREATMENT_WORDS: Record<FieldTreatment, { word: string; sentence: string }> = {
  clear: { word: "Clear", sentence: "As it is stored." },
  generalise: { word: "Generalised", sentence: "Made coarser: a year for a date, a region for an address." },
  mask: { word: "Masked", sentence: "Only what a person needs to recognise it, such as the last four digits." },
  tokenise: {
    word: "Tokenised",
    sentence: "A stand-in that is the same for the same value, so that rows can still be joined.",
  },
  redact: { word: "Redacted", sentence: "That there is a value, and nothing of it." },
  withheld: { word: "Withheld", sentence: "Not granted, so it never leaves the source." },
};
