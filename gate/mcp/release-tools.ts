import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { redeemRelease, RedeemReleaseInput } from "@/lib/reviews/redeem-release";
import { reportOutcome, ReportOutcomeInput } from "@/lib/reviews/report-outcome";
import type { McpCaller } from "./create-server";
import { toToolInput } from "./tool-input";
import { runTool } from "./tool-result";

const toSchema = (schema: z.ZodType) => toToolInput(z.toJSONSchema(schema, { io: "input" }));
const REDEEM_SCHEMA = toSchema(RedeemReleaseInput);
const REPORT_SCHEMA = toSchema(ReportOutcomeInput);

/** What an agent does once a person has approved. */
export function registerReleaseTools(server: McpServer, { ctx }: McpCaller): void {
  const { requestId } = ctx;
  server.registerTool(
    "redeem_release",
    {
      title: "Redeem a release",
      description:
        "Turns an approval into the permission to do, once, exactly what it gives back: a reviewer may have changed it. It counts once.",
      inputSchema: REDEEM_SCHEMA,
      annotations: { readOnlyHint: false, idempotentHint: false, destructiveHint: true, openWorldHint: false },
    },
    (input) => runTool(requestId, () => redeemRelease(ctx, input)),
  );
  server.registerTool(
    "report_outcome",
    {
      title: "Report the outcome",
      description: "Says whether what was approved was done. Required after redeem_release.",
      inputSchema: REPORT_SCHEMA,
      annotations: { readOnlyHint: false, idempotentHint: false, destructiveHint: false, openWorldHint: false },
    },
    (input) => runTool(requestId, () => reportOutcome(ctx, input)),
  );
}
