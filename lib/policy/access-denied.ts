import type { FieldOutcome } from "@/lib/kernel/access";
import { DomainError } from "@/lib/kernel/domain-error";
import { explainReason, findReasonPage, type ReasonCode } from "@/lib/kernel/reasons";
import { getEnv } from "@/lib/runtime/env";

const KEY_REASONS: readonly ReasonCode[] = [
  "key_missing",
  "key_unknown",
  "key_expired",
  "key_revoked",
  "dispatcher_key_unknown",
];

/** Where in the console a person can mend what a reason says, or null. */
export function toFixLink(reason: ReasonCode, vendorId: string | null): string | null {
  const isVendors = vendorId !== null && findReasonPage(reason) === "vendor";
  return isVendors ? `${getEnv().consoleUrl}/vendors/${vendorId}` : null;
}

/** A refusal by policy, already in the log. Its code is `unauthenticated` where the key itself no longer counts, else `denied`. */
export class AccessDenied extends DomainError {
  readonly fix: string;
  /** The page in the console on which a person can mend it, or null. */
  readonly link: string | null;
  constructor(
    readonly reason: ReasonCode,
    /** The decision's event, which explains it later. */
    readonly decisionId: string | null,
    readonly outcomes: readonly FieldOutcome[] = [],
    it?: string,
    vendorId: string | null = null,
  ) {
    const { sentence, fix } = explainReason(reason, it);
    super(KEY_REASONS.includes(reason) ? "unauthenticated" : "denied", sentence, it);
    this.fix = fix;
    this.link = toFixLink(reason, vendorId);
  }
}
