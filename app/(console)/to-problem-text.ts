import { DOMAIN_ERROR_STATUS, DomainError } from "@/lib/kernel/domain-error";

/** A refusal where a file was asked for, as plain text. Throws what is no refusal. */
export function toProblemText(error: unknown): Response {
  if (!(error instanceof DomainError)) throw error;
  return new Response(error.message, { status: DOMAIN_ERROR_STATUS[error.code] });
}
