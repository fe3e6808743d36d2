import { AccessDenied } from "@/lib/policy/access-denied";
import { toFieldAnswers } from "@/lib/gateway/to-field-answers";
import { DOMAIN_ERROR_STATUS, DomainError, type DomainErrorCode } from "@/lib/kernel/domain-error";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

const TITLES: { readonly [C in DomainErrorCode]: string } = {
  invalid_input: "The request cannot be read",
  not_signed_in: "Not signed in",
  unauthenticated: "No valid agent key",
  not_permitted: "Not permitted",
  denied: "Refused by policy",
  not_found: "Not found",
  method_not_allowed: "Method not allowed",
  conflict: "Conflict",
  too_large: "Too large",
  unsupported_media_type: "Wrong content type",
  too_many_requests: "Too many requests",
  source_unreachable: "The source does not answer",
  source_changed: "The source has changed",
  source_refused: "The source refused",
  unavailable: "Not available at the moment",
  source_slow: "The source is too slow",
};

/** An error in the words that every answer of the gate uses. `code` is stable: a reason of the policy, or the error's own. */
export type Problem = {
  type: string;
  title: string;
  status: (typeof DOMAIN_ERROR_STATUS)[DomainErrorCode] | 500;
  detail: string;
  code: string;
  fix?: string;
  /** The page in the console on which a person can mend it. */
  link?: string;
  field?: string;
  decisionId?: string;
  fields?: ReturnType<typeof toFieldAnswers>;
  requestId: string;
};

function toType(code: string): string {
  return `urn:gatehouse:problem:${code}`;
}

/** RFC 9457. What is not an error for the caller is a fault of ours: it is logged, and the answer says nothing of it. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (!(error instanceof DomainError)) {
    log("error", "gate_fault", { requestId, ...toErrorFacts(error) });
    const detail = "Gatehouse failed at this, and nothing was released: an operator finds the request in the log.";
    return {
      type: toType("internal"),
      title: "A fault of Gatehouse",
      status: 500,
      detail,
      code: "internal",
      requestId,
    };
  }
  const isRefusal = error instanceof AccessDenied;
  const code = isRefusal ? error.reason : error.code;
  return {
    type: toType(code),
    title: TITLES[error.code],
    status: DOMAIN_ERROR_STATUS[error.code],
    detail: error.message,
    code,
    ...(isRefusal ? { fix: error.fix } : {}),
    ...(isRefusal && error.link !== null ? { link: error.link } : {}),
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(isRefusal && error.decisionId !== null ? { decisionId: error.decisionId } : {}),
    ...(isRefusal && error.outcomes.length > 0 ? { fields: toFieldAnswers(error.outcomes) } : {}),
    requestId,
  };
}

/** Headers that go with some codes: how to authenticate, when to come back. */
export function toProblemHeaders({ status, code }: Problem): Record<string, string> {
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (status === 401)
    headers["www-authenticate"] =
      code === "key_missing" ? 'Bearer realm="gatehouse"' : 'Bearer realm="gatehouse", error="invalid_token"';
  if (status === 429 || status === 503) headers["retry-after"] = "1";
  return headers;
}
