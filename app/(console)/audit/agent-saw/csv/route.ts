import { readPeriod } from "@/app/(console)/audit/agent-saw/read-period";
import { toCsvAnswer, toUsesCsv } from "@/app/(console)/audit/uses-csv";
import { requireContext } from "@/app/session";
import type { Use } from "@/lib/audit/list-uses";
import { traceAgent } from "@/lib/insights/trace-agent";
import { DomainError } from "@/lib/kernel/domain-error";

const PAGES_MAX = 200;

/** Every read of one agent in a period as CSV: up to 100,000 of them. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requireContext("subject:trace");
  const params = new URL(request.url).searchParams;
  const agentId = params.get("agent") ?? "";
  const { period, wrong } = readPeriod({ time: params.get("time") ?? undefined }, ctx.now);
  if (wrong.length > 0) return new Response("The period cannot be read.", { status: 400 });
  const uses: Use[] = [];
  try {
    let after: string | null | undefined;
    for (let page = 0; page < PAGES_MAX && after !== null; page += 1) {
      const trace = await traceAgent(ctx, { agentId, ...period, ...(after !== undefined && { after }) });
      uses.push(...trace.uses);
      after = trace.next;
    }
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 400 });
    throw error;
  }
  return toCsvAnswer(toUsesCsv(uses), `agent-saw-${agentId.slice(-6)}-${ctx.now.toISOString().slice(0, 10)}.csv`);
}
