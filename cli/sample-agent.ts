// A small agent for the demo company: a real MCP client that reads what it is granted, and tries what it is not.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { AgentError } from "./sample-agent/agent-error";
import { connectToGate } from "./sample-agent/connect-to-gate";
import { workADay } from "./sample-agent/work-a-day";

const HELP = `A sample agent: looks up a customer, reads invoices, and tries three things it may not do.

  GATEHOUSE_AGENT_KEY=ghk_… npm run sample-agent
  npm run sample-agent -- --key-file FILE [--url URL]

  GATEHOUSE_AGENT_KEY   the agent's key: a steward issues one on the agent's page
  GATEHOUSE_GATE_URL    the gate's address (http://localhost:4000)`;

function readKey(file: string | undefined): string {
  const key = file === undefined ? process.env["GATEHOUSE_AGENT_KEY"] : readFileSync(file, "utf8");
  if (!key?.trim())
    throw new AgentError("No agent key: set GATEHOUSE_AGENT_KEY to a key from the agent's page in the console.");
  return key.trim();
}

async function main(): Promise<void> {
  const options = {
    "key-file": { type: "string" },
    url: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) return console.log(HELP);
  const url = values.url ?? process.env["GATEHOUSE_GATE_URL"] ?? "http://localhost:4000";
  const gate = await connectToGate(url, readKey(values["key-file"]));
  try {
    await workADay(gate, (line = "") => console.log(line));
  } finally {
    await gate.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
