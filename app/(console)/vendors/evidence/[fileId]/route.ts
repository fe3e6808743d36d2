import { foundOr404 } from "@/app/(console)/found-or-404";
import { requireContext } from "@/app/session";
import { openEvidence } from "@/lib/vendors/open-evidence";

/** A file of evidence, to be saved: never shown or run by the browser. */
export async function GET(_request: Request, { params }: { params: Promise<{ fileId: string }> }): Promise<Response> {
  const ctx = await requireContext("vendor:read");
  const { bytes, headers } = await foundOr404(openEvidence(ctx, { fileId: (await params).fileId }));
  return new Response(bytes, { headers });
}
