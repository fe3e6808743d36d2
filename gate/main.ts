import { getEnv } from "@/lib/runtime/env";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { startGate } from "./start-gate";

async function main(): Promise<void> {
  const { host, gatePort } = getEnv();
  const gate = await startGate({ host, port: gatePort });
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await gate.stop();
    process.exit(0);
  };
  const stopOrLeave = (): void => {
    stop().catch((error: unknown) => {
      log("error", "gate_stop_failed", toErrorFacts(error));
      process.exit(1);
    });
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stopOrLeave);
  process.on("disconnect", stopOrLeave);
  console.log(`The gate listens on ${host}, port ${gate.port}.`);
  process.send?.({ kind: "ready", port: gate.port });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
