import type { Outcome } from "@/lib/kernel/vocabulary";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/* Drawn on one 16-pixel grid with one stroke, so that five marks in a matrix read as one alphabet. */
const LID = "M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8Z";

const DRAWINGS: Record<Outcome, ReactNode> = {
  clear: (
    <>
      <path d={LID} />
      <circle cx="8" cy="8" r="1.9" fill="currentColor" stroke="none" />
    </>
  ),
  masked: (
    <>
      <path d={LID} />
      <path d="M8 3.75C4 3.75 1.5 8 1.5 8S4 12.25 8 12.25Z" fill="currentColor" stroke="none" />
      <path d="M8 6.1a1.9 1.9 0 0 1 0 3.8Z" fill="currentColor" stroke="none" />
    </>
  ),
  withheld: <path d="M1.75 6.5S4 9.75 8 9.75s6.25-3.25 6.25-3.25M8 9.75v2.5M4.6 9l-1.2 2.1M11.4 9l1.2 2.1" />,
  denied: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m4 4 8 8" />
    </>
  ),
  held: (
    <path d="M5 8.25V4.4a1 1 0 0 1 2 0V7.5M7 7V3a1 1 0 0 1 2 0v4M9 7V3.75a1 1 0 0 1 2 0V8M11 6.25a1 1 0 0 1 2 0V9.5a4.5 4.5 0 0 1-4.5 4.5c-1.7 0-2.7-.6-3.6-1.7L2.7 9.6a.95.95 0 0 1 1.4-1.25L5 9.25" />
  ),
};

/** The picture of an outcome, without its word. Decoration: say the word beside it, or use OutcomeMark. */
export function OutcomeIcon({ outcome, className }: { outcome: Outcome; className?: string | undefined }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cn("size-4 shrink-0", className)}
    >
      {DRAWINGS[outcome]}
    </svg>
  );
}
