import { requireContext } from "@/app/session";
import { exportExamples } from "@/lib/reviews/export-examples";

export const dynamic = "force-dynamic";

const HEADERS = {
  "Content-Type": "application/x-ndjson; charset=utf-8",
  "Content-Disposition": 'attachment; filename="gatehouse-labelled-examples.ndjson"',
};

/** What reviewers said messages are, with customers' values masked, for `npm run triage:train`. */
export async function GET(): Promise<Response> {
  const ctx = await requireContext("example:export");
  const { lines } = await exportExamples(ctx);
  const encoder = new TextEncoder();
  const reading = lines[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await reading.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await reading.return?.();
    },
  });
  return new Response(stream, { headers: HEADERS });
}
