import { toCsvAnswer } from "@/app/(console)/audit/uses-csv";
import { toProblemText } from "@/app/(console)/to-problem-text";
import { requireContext } from "@/app/session";
import { exportAccess } from "@/lib/gateway/export-access";

/** Who sees a dataset, or with `field` one field of it, as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ datasetId: string }> }): Promise<Response> {
  const ctx = await requireContext("access:try");
  const { datasetId } = await params;
  const field = new URL(request.url).searchParams.get("field");
  const day = ctx.now.toISOString().slice(0, 10);
  return exportAccess(ctx, { datasetId, ...(field === null ? {} : { field }) }).then(
    (csv) => toCsvAnswer(csv, `who-sees-${datasetId.slice(-6)}-${day}.csv`),
    toProblemText,
  );
}
