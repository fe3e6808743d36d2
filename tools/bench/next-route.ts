import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const FOLDER = ".bench-next";

/** The same verb behind the same parsing, as a Next route handler would hold it. */
const ROUTE = `
import { authenticateAgentKey } from "@/lib/agents/authenticate-agent-key";
import { evaluateDataset } from "@/lib/gateway/evaluate-dataset";
import { newContext } from "@/lib/identity/new-context";
import { toQuestion } from "@/gate/authzen/evaluation-input";
import { toAnswer } from "@/gate/authzen/to-answer";

export async function GET() {
  return Response.json({ status: "ok" });
}

export async function POST(request: Request) {
  const key = request.headers.get("authorization")?.slice("Bearer ".length) ?? "";
  const actor = await authenticateAgentKey(key);
  if (actor === null) return Response.json({ code: "unauthenticated" }, { status: 401 });
  const question = toQuestion(await request.json());
  return Response.json(toAnswer(await evaluateDataset(newContext(actor), question)));
}
`;

const CONFIG = `
import { resolve } from "node:path";
export default {
  turbopack: { root: resolve(import.meta.dirname, "..") },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg"],
};
`;

const TSCONFIG = {
  compilerOptions: { jsx: "react-jsx", moduleResolution: "bundler", module: "esnext", paths: { "@/*": ["../*"] } },
};
const LAYOUT = "export default ({ children }) => <html><body>{children}</body></html>;\n";

/** Builds a Next app that holds nothing but the evaluation, in a folder beside the console's. Returns how it is started. */
export async function buildNextRoute(): Promise<{ args: string[]; path: string; remove: () => void }> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, "app/evaluation"), { recursive: true });
  writeFileSync(join(FOLDER, "app/evaluation/route.ts"), ROUTE);
  writeFileSync(join(FOLDER, "app/layout.jsx"), LAYOUT);
  writeFileSync(join(FOLDER, "next.config.mjs"), CONFIG);
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify(TSCONFIG));
  const next = resolve("node_modules/next/dist/bin/next");
  await promisify(execFile)(process.execPath, [next, "build", FOLDER], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    timeout: 240_000,
  });
  const args = [next, "start", FOLDER, "-p", "{port}", "-H", "127.0.0.1"];
  return { args, path: "/evaluation", remove: () => rmSync(FOLDER, { recursive: true, force: true }) };
}
