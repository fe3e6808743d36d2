import { spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "@/lib/db/free-port";

export type BenchServer = { url: string; stop: () => Promise<void> };

let nextPort = 29_600;

/** Starts a server in a process of its own, as production does, and waits until it answers at `path`. */
export async function startServer(
  args: readonly string[],
  settings: Record<string, string> = {},
  path = "/healthz",
): Promise<BenchServer> {
  const port = await findFreePort(nextPort, nextPort + 500);
  nextPort = port + 1;
  const env = { ...process.env, ...settings, NODE_ENV: "production", GATEHOUSE_GATE_PORT: String(port) } as const;
  const child = spawn(
    process.execPath,
    args.map((arg) => arg.replace("{port}", String(port))),
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-4_000)));
  const url = `http://127.0.0.1:${port}`;
  const until = performance.now() + 60_000;
  const answers = (): Promise<boolean> =>
    fetch(`${url}${path}`).then(
      async (response) => {
        await response.body?.cancel();
        return response.status < 500;
      },
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null || performance.now() > until)
      throw new Error(`a server of the bench did not start: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    const impatient = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await once(child, "exit");
    clearTimeout(impatient);
  };
  return { url, stop };
}
