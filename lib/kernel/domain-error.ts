/**
 * An error that a caller can act on. `code` is stable and machine-readable, `message` is one sentence that names the field and the fix
 * and holds no value, secret or internal. Each door maps it to its own form (problem+json, MCP `isError`, a form error, an exit code).
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    /** The input field the error is about, as the caller wrote it. */
    readonly field?: string | undefined,
  ) {
    super(message);
  }
}

/** Every code with the HTTP status that the doors answer it with. */
export const DOMAIN_ERROR_STATUS = {
  invalid_input: 400,
  not_signed_in: 401,
  unauthenticated: 401,
  not_permitted: 403,
  denied: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  source_unreachable: 502,
  source_changed: 502,
  source_refused: 502,
  unavailable: 503,
  source_slow: 504,
} as const;
export type DomainErrorCode = keyof typeof DOMAIN_ERROR_STATUS;
