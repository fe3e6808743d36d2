import { type CallToolResult, Client, SdkHttpError, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { AgentError } from "./agent-error";
import { Me, Page, Refusal } from "./gate-answers";

export type Answer = { page: Page; refusal: null } | { page: null; refusal: Refusal };

/** The gate as this agent uses it. */
export type Gate = {
  tools: readonly string[];
  whatMayISee: () => Promise<Me>;
  read: (query: Record<string, unknown>) => Promise<Answer>;
  explain: (decisionId: string) => Promise<string>;
  close: () => Promise<void>;
};

function toAgentError(error: unknown, url: string): unknown {
  if (error instanceof SdkHttpError && error.status === 401) {
    return new AgentError(
      "The gate does not know this key, or it has expired or was revoked: have a steward issue a new one on the agent's page.",
    );
  }
  if (error instanceof SdkHttpError && error.status === 429)
    return new AgentError("The gate saw too many wrong keys from here: wait half a minute.");
  const cause: unknown = error instanceof Error ? (Reflect.get(error, "cause") ?? error) : error;
  const isAway =
    error instanceof TypeError ||
    (cause instanceof Error &&
      /ECONNREFUSED|ENOTFOUND|fetch failed/.test(`${Reflect.get(cause, "code")} ${cause.message}`));
  if (isAway)
    return new AgentError(
      `No gate answers at ${url}: is Gatehouse running (npm start)? Another address goes into GATEHOUSE_GATE_URL.`,
    );
  return error;
}

function toAnswer(result: CallToolResult): Answer {
  if (result.isError === true) return { page: null, refusal: Refusal.parse(result.structuredContent) };
  return { page: Page.parse(result.structuredContent), refusal: null };
}

/** Connects with the official MCP client. Throws AgentError when there is no gate or it refuses the key. */
export async function connectToGate(url: string, key: string): Promise<Gate> {
  if (!URL.canParse(url)) throw new AgentError("GATEHOUSE_GATE_URL must be an address such as http://localhost:4000.");
  const client = new Client(
    { name: "gatehouse-sample-agent", version: "0.1.0" },
    { versionNegotiation: { mode: "auto" } },
  );
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  try {
    await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", url), { requestInit }));
    const { tools } = await client.listTools();
    return {
      tools: tools.map(({ name }) => name),
      whatMayISee: async () =>
        Me.parse((await client.callTool({ name: "what_may_i_see", arguments: {} })).structuredContent),
      read: async (query) => toAnswer(await client.callTool({ name: "read_data", arguments: query })),
      explain: async (decisionId) => {
        const { structuredContent } = await client.callTool({ name: "explain_refusal", arguments: { decisionId } });
        const { sentence, fix } = Refusal.omit({ code: true }).parse(structuredContent);
        return [sentence, fix].filter(Boolean).join(" ");
      },
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw toAgentError(error, url);
  }
}
