import { McpServer } from "@modelcontextprotocol/server";
import type { AgentDescription } from "@/lib/gateway/describe-agent";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { registerDataTools } from "./data-tools";
import { registerHoldTools } from "./hold-tools";
import { registerMessageTools } from "./message-tools";
import { registerReleaseTools } from "./release-tools";

export type McpCaller = {
  ctx: RequestContext & { actor: AgentActor };
  me: AgentDescription;
  isCall: boolean;
  /** Ends a wait: the client or the gate goes away. */
  signal: AbortSignal;
  /** From the header of the HTTP request that carries the call. */
  caseToken: string | null;
};

const INSTRUCTIONS = [
  "Customer data, as far as it is granted. Call what_may_i_see first; a refusal says why and what would change it.",
  "Before you answer a customer or act for one, submit_message: it may proceed, or a person decides.",
  "While it is held, ask hold_status; when it is approved, redeem_release, do exactly what that says, and report_outcome.",
].join(" ");

/** A server for one request, holding the tools that its agent may use and no others. */
export function createServer(caller: McpCaller): McpServer {
  const server = new McpServer(
    { name: "gatehouse", title: "Gatehouse", version: "0.1.0" },
    { instructions: INSTRUCTIONS },
  );
  registerDataTools(server, caller);
  // A stopped agent is shown nothing to act with, but told why when it tries.
  if (caller.me.obstacle === null || caller.isCall) {
    registerMessageTools(server, caller);
    registerHoldTools(server, caller);
    registerReleaseTools(server, caller);
  }
  return server;
}
