import { DomainError } from "@/lib/kernel/domain-error";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** Whatever went wrong, nothing is certain to be stored: the caller is told so, and nothing is given away. */
export function toUnavailable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  log("error", "review_unavailable", toErrorFacts(error));
  return new DomainError("unavailable", "Gatehouse cannot reach its database, so it refuses: try again in a moment.");
}
