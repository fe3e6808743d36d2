import { z } from "zod";
import { TRIAGE_KINDS, TRIAGE_REASONS, type TriageFinding, type TriageReasonCode } from "@/lib/kernel/triage-kinds";

const CODES = Object.keys(TRIAGE_REASONS) as [TriageReasonCode, ...TriageReasonCode[]];

const Findings = z.array(
  z.object({
    kind: z.enum(TRIAGE_KINDS),
    score: z.number(),
    reasons: z.array(
      z.object({
        code: z.enum(CODES),
        words: z.array(z.object({ start: z.number(), end: z.number() })),
        place: z.union([z.enum(["message", "draft"]), z.number()]),
        sentence: z.string(),
      }),
    ),
  }),
);

/** The findings as a row keeps them. */
export function readFindings(stored: unknown): TriageFinding[] {
  return Findings.parse(stored);
}
