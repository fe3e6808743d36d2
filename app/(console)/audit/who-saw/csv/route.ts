import { toCsvAnswer, toUsesCsv } from "@/app/(console)/audit/uses-csv";
import { requireContext } from "@/app/session";
import type { Use } from "@/lib/audit/list-uses";
import { traceSubject } from "@/lib/insights/trace-subject";
import { DomainError } from "@/lib/kernel/domain-error";

const PAGES_MAX = 50;

/** Every use of one customer's data as CSV: up to 100,000 of them. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requireContext("subject:trace");
  const subject = new URL(request.url).searchParams.get("subject") ?? "";
  const uses: Use[] = [];
  try {
    let after: string | null | undefined;
    for (let page = 0; page < PAGES_MAX && after !== null; page += 1) {
      const trace = await traceSubject(ctx, { subject, ...(after !== undefined && { after }) });
      uses.push(...trace.uses);
      after = trace.next;
    }
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 400 });
    throw error;
  }
  return toCsvAnswer(toUsesCsv(uses), `who-saw-${subject.slice(0, 12)}-${ctx.now.toISOString().slice(0, 10)}.csv`);
}
