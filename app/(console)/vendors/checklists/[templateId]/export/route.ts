import { foundOr404 } from "@/app/(console)/found-or-404";
import { toFileAnswer } from "@/app/(console)/vendors/file-answer";
import { requireContext } from "@/app/session";
import { exportChecklist } from "@/lib/vendors/export-checklist";

/** A version of a checklist as YAML or CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ templateId: string }> },
): Promise<Response> {
  const ctx = await requireContext("vendor:read");
  const query = new URL(request.url).searchParams;
  const format = query.get("format") === "csv" ? "csv" : "yaml";
  const { templateId } = await params;
  return toFileAnswer(
    await foundOr404(exportChecklist(ctx, { templateId, format, number: query.get("number") ?? undefined })),
  );
}
