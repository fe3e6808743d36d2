import { createMcpHandler } from "@modelcontextprotocol/server";
import type { Context } from "hono";
import { createServer, type McpCaller } from "@/gate/mcp/create-server";
import type { GateEnv } from "@/gate/gate-env";
import { assertSameHost } from "@/gate/mcp/assert-same-host";
import { readBody } from "@/gate/read-body";
import { toCaseToken } from "@/gate/to-case-token";
import { describeAgent } from "@/lib/gateway/describe-agent";
import { recordRejection } from "@/lib/policy/record-rejection";
import { DomainError } from "@/lib/kernel/domain-error";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** Requests under way, by the id that stands for their token: the handler gives it back when it wants a server. */
const callers = new Map<string, McpCaller>();
const LISTENERS_MAX = 64;

const handler = createMcpHandler(
  ({ authInfo }) => {
    const caller = callers.get(authInfo?.token ?? "");
    if (caller === undefined) throw new Error("an MCP request without a caller");
    return createServer(caller);
  },
  {
    legacy: "stateless",
    maxSubscriptions: LISTENERS_MAX,
    onerror: (error) => log("debug", "mcp_error", toErrorFacts(error)),
  },
);

function isCall(body: unknown): boolean {
  const messages: unknown[] = Array.isArray(body) ? body : [body];
  return messages.some(
    (message) => typeof message === "object" && message !== null && Reflect.get(message, "method") === "tools/call",
  );
}

/** Model Context Protocol, revision 2026-07-28 and the stateless part of those before it. */
export async function serveMcp(c: Context<GateEnv>): Promise<Response> {
  const ctx = c.get("agent");
  try {
    assertSameHost(c.req.header("host"), c.req.header("origin"));
  } catch (error) {
    throw error instanceof DomainError ? await recordRejection(ctx, ctx.actor, "mcp", error) : error;
  }
  const parsedBody = c.req.method === "POST" ? await readBody(c, "mcp") : undefined;
  const me = await describeAgent(ctx);
  const token = ctx.requestId;
  const signal = AbortSignal.any([c.get("stopping"), c.req.raw.signal]);
  callers.set(token, { ctx, me, isCall: isCall(parsedBody), signal, caseToken: toCaseToken(c) });
  try {
    const authInfo = { token, clientId: ctx.actor.agentId, scopes: [] };
    return await handler.fetch(c.req.raw, { authInfo, ...(parsedBody === undefined ? {} : { parsedBody }) });
  } finally {
    callers.delete(token);
  }
}

export function closeMcp(): Promise<void> {
  return handler.close();
}
