import { reader } from "@/lib/db/reader";
import type { CaseClaim } from "@/lib/kernel/access";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { unseal } from "@/lib/runtime/keyring";
import { log } from "@/lib/runtime/log";
import { isSecretTokenShaped } from "@/lib/runtime/secret-token";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** What a case token proves, for the decision to judge; null without one. Throws `unavailable` when it cannot be looked up. */
export async function findCaseClaim(token: string | null): Promise<CaseClaim | "unknown" | null> {
  if (token === null) return null;
  if (!isSecretTokenShaped("ghc", token)) return "unknown";
  try {
    const row = await reader().subjectCase.findUnique({
      where: { tokenHash: hmacHex(getEnv().keyPepper, token) },
      select: { id: true, agentId: true, subjectSealed: true, tokenDomain: true, expiresAt: true, closedAt: true },
    });
    if (row === null) return "unknown";
    return {
      caseId: row.id,
      agentId: row.agentId,
      subject: unseal(row.subjectSealed, { table: "subject_case", column: "subject_sealed", rowId: row.id }),
      tokenDomain: row.tokenDomain,
      expiresAt: row.expiresAt.getTime(),
      isClosed: row.closedAt !== null,
    };
  } catch (error) {
    log("error", "case_not_checked", toErrorFacts(error));
    throw new DomainError("unavailable", "Gatehouse cannot confirm the case, so it refuses: try again in a moment.");
  }
}
