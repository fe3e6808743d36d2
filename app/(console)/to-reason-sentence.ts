import { explainReason, REASONS, type ReasonCode } from "@/lib/kernel/reasons";

const isReason = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);

/** A reason's sentence without the thing that it names. */
export function toReasonSentence(code: string): string {
  return isReason(code) ? explainReason(code, "a field").sentence : code;
}
