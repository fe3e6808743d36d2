import type { FieldOutcome } from "@/lib/kernel/access";
import { DomainError } from "@/lib/kernel/domain-error";
import { explainReason, type ReasonCode } from "@/lib/kernel/reasons";

const KEY_REASONS: readonly ReasonCode[] = ["key_missing", "key_unknown", "key_expired", "key_revoked"];

/** A refusal by policy, already in the log. Its code is `unauthenticated` where the key itself no longer counts, else `denied`. */
export class AccessDenied extends DomainError {
  readonly fix: string;
  constructor(
    readonly reason: ReasonCode,
    /** The decision's event, which explains it later. */
    readonly decisionId: string | null,
    readonly outcomes: readonly FieldOutcome[] = [],
    it?: string,
  ) {
    const { sentence, fix } = explainReason(reason, it);
    super(KEY_REASONS.includes(reason) ? "unauthenticated" : "denied", sentence, it);
    this.fix = fix;
  }
}
