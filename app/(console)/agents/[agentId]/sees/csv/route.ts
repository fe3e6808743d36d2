import { toCsvAnswer } from "@/app/(console)/audit/uses-csv";
import { toProblemText } from "@/app/(console)/to-problem-text";
import { requireContext } from "@/app/session";
import { exportAccess } from "@/lib/gateway/export-access";

/** What one agent sees, as CSV. */
export async function GET(_: Request, { params }: { params: Promise<{ agentId: string }> }): Promise<Response> {
  const ctx = await requireContext("access:try");
  const { agentId } = await params;
  const day = ctx.now.toISOString().slice(0, 10);
  return exportAccess(ctx, { agentId }).then(
    (csv) => toCsvAnswer(csv, `agent-sees-${agentId.slice(-6)}-${day}.csv`),
    toProblemText,
  );
}
