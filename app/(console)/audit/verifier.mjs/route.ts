import { requireContext } from "@/app/session";
import { assembleVerifier } from "@/lib/audit/verifier/assemble-verifier";

/** The verifier that exports carry, for the pages that check in the reader's browser. */
export async function GET(): Promise<Response> {
  await requireContext("audit:read");
  return new Response(assembleVerifier(), { headers: { "content-type": "text/javascript; charset=utf-8" } });
}
