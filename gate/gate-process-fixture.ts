import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "@/lib/db/free-port";

export type GateProcess = {
  url: string;
  child: ChildProcess;
  output: () => string;
  stop: (signal: NodeJS.Signals) => Promise<number | null>;
};

let nextPort = 30_000 + (process.pid % 1_500) * 8;

/** The gate as `npm start` runs it: a process of its own. */
export async function startGateProcess(settings: Record<string, string> = {}): Promise<GateProcess> {
  const port = await findFreePort(nextPort, nextPort + 500);
  nextPort = port + 1;
  const env = { ...process.env, ...settings, GATEHOUSE_GATE_PORT: String(port) };
  const child = spawn(process.execPath, ["--import", "tsx", "gate/main.ts"], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  const isReady = await Promise.race([once(child, "message").then(() => true), ended.then(() => false)]);
  if (!isReady) throw new Error(`the gate did not start: ${output}`);
  const stop = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return { url: `http://127.0.0.1:${port}`, child, output: () => output, stop };
}
