import { explainReason, REASONS, type ReasonCode } from "@/lib/kernel/reasons";

const isReason = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);

/** A reason's sentence; `it` is the field that it names. */
export function toReasonSentence(code: string, it = "a field"): string {
  return isReason(code) ? explainReason(code, it).sentence : code;
}
