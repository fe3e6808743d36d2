import { isPortFree } from "@/lib/db/free-port";
import { parseStartEnv, type StartEnv } from "@/lib/runtime/env";
import { findRunning } from "./running-file";

async function assertPortFree(what: string, port: number, host: string, variable: string): Promise<void> {
  if (await isPortFree(port, host)) return;
  throw new Error(
    `Port ${port} is taken by another program, so ${what} cannot use it. Stop that program or choose another port: ${variable}=${port + 1} npm start`,
  );
}

/** Settings, another start in the same folder, busy ports: found here, nothing has been started. Throws what to do about it. */
export async function checkBeforeStart(): Promise<StartEnv> {
  const env = parseStartEnv(process.env);
  const running = findRunning(env.dataFolder);
  if (running !== null) {
    throw new Error(
      `Gatehouse already runs with ${env.dataFolder} (process ${running}). Stop it first, or give this one its own GATEHOUSE_DATA_DIR.`,
    );
  }
  if (env.consolePort === env.gatePort) {
    throw new Error(
      "GATEHOUSE_CONSOLE_PORT and GATEHOUSE_GATE_PORT are the same; the console and the gate need two ports.",
    );
  }
  await assertPortFree("the console", env.consolePort, env.host, "GATEHOUSE_CONSOLE_PORT");
  await assertPortFree("the gate", env.gatePort, env.host, "GATEHOUSE_GATE_PORT");
  return env;
}
