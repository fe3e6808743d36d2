import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface SignIn {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface Product {
  readonly consoleUrl: string;
  readonly gateUrl: string;
  readonly signIns: readonly SignIn[];
  readonly pid: number;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

const startWaitMs = 240_000;

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function readSignIns(file: string): SignIn[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [role = "", email = "", password = ""] = line.split(/\s+/);
      return { role, email, password };
    });
}

function untilRunning(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`Gatehouse did not start in time:\n${output}`)), startWaitMs);
    const take = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-20_000);
      if (!output.includes("Gatehouse is running")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`Gatehouse ended while it started (exit code ${code}):\n${output}`));
    });
  });
}

/** Starts the product as an operator does, with a small demo company, on free ports and in a folder of its own. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-e2e-"));
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  const [consolePort, gatePort] = [await findFreePort(), await findFreePort()];
  const guard = `${pathToFileURL("cli/start/leave-with-parent.mjs").href}?of=${process.pid}`;
  const child = spawn(process.execPath, ["--import", guard, "cli/start.mjs"], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      GATEHOUSE_DATA_DIR: dataFolder,
      GATEHOUSE_CONSOLE_PORT: String(consolePort),
      GATEHOUSE_GATE_PORT: String(gatePort),
      GATEHOUSE_DEMO_SCALE: process.env["GATEHOUSE_DEMO_SCALE"] ?? "0.05",
      ...settings,
    },
  });
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilRunning(child);
    const signIns = readSignIns(join(dataFolder, "first-sign-ins.txt"));
    return {
      consoleUrl: `http://localhost:${consolePort}`,
      gateUrl: `http://localhost:${gatePort}`,
      signIns,
      pid: child.pid ?? 0,
      folder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
