export type ExampleRead = { dataset: string; purpose: string; fields: string[] };

/** For a POSIX shell: a single quote ends the text, adds an escaped one and begins it again. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

export function toCurlMe(gateUrl: string): string {
  return `curl ${gateUrl}/v1/me \\\n  -H "Authorization: Bearer $GATEHOUSE_KEY"`;
}

export function toCurlRead(gateUrl: string, read: ExampleRead): string {
  const body = quoteForShell(JSON.stringify({ ...read, limit: 5 }));
  return `curl ${gateUrl}/v1/read \\\n  -H "Authorization: Bearer $GATEHOUSE_KEY" \\\n  -H "Content-Type: application/json" \\\n  -d ${body}`;
}

/** The form that MCP clients share; they put the environment variable in by themselves. */
export function toMcpConfiguration(gateUrl: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the client's own placeholder.
  const headers = { Authorization: "Bearer ${GATEHOUSE_KEY}" };
  return JSON.stringify({ mcpServers: { gatehouse: { type: "http", url: `${gateUrl}/mcp`, headers } } }, null, 2);
}
