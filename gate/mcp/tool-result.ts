import type { CallToolResult } from "@modelcontextprotocol/server";
import { toProblem } from "@/gate/problem";

/** An answer as text for the model and as data for the program around it. */
export function toResult(data: Record<string, unknown>): CallToolResult {
  return { content: [{ type: "text", text: JSON.stringify(data) }], structuredContent: data };
}

/** A refusal or an error, in the same words and codes as over HTTP. */
export function toErrorResult(error: unknown, requestId: string): CallToolResult {
  const { type: _, title: __, status: ___, ...problem } = toProblem(error, requestId);
  const fix = problem.fix === undefined ? "" : ` ${problem.fix}`;
  return {
    isError: true,
    content: [{ type: "text", text: `${problem.detail}${fix} (${problem.code})` }],
    structuredContent: { sentence: problem.detail, ...problem },
  };
}

/** Runs a tool's verb; whatever it throws becomes the tool's error. */
export async function runTool(
  requestId: string,
  work: () => Promise<Record<string, unknown>>,
): Promise<CallToolResult> {
  try {
    return toResult(await work());
  } catch (error) {
    return toErrorResult(error, requestId);
  }
}
