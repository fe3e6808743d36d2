import { existsSync, readFileSync } from "node:fs";

/** What must be stopped when Gatehouse stops, in whatever way that comes about. */
export interface Stopper {
  readonly isStopping: boolean;
  add(name: string, stop: () => Promise<void>): void;
  /** Stops what was added last first, things of one moment together, then exits. */
  stopAll(exitCode: number): Promise<never>;
}

const patienceMs = 45_000;

export function createStopper(): Stopper {
  const steps: { name: string; stop: () => Promise<void> }[] = [];
  let isStopping = false;

  async function stopAll(exitCode: number): Promise<never> {
    if (isStopping) return new Promise<never>(() => undefined);
    isStopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    for (const { name, stop } of steps.reverse()) {
      await stop().catch((error: unknown) => console.error(`${name} did not stop cleanly:`, error));
    }
    process.exit(exitCode);
  }

  return {
    get isStopping() {
      return isStopping;
    },
    add: (name, stop) => void steps.push({ name, stop }),
    stopAll,
  };
}

/** Ctrl-C and friends stop everything in order; a second Ctrl-C does not wait. */
export function stopOnSignals(stopper: Stopper): void {
  let askedAt = Number.POSITIVE_INFINITY;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // One Ctrl-C arrives twice: from the terminal, and passed on by npm.
      if (signal === "SIGINT" && performance.now() > askedAt + 1_500) process.exit(1);
      if (!stopper.isStopping) console.log("Stopping …");
      askedAt = Math.min(askedAt, performance.now());
      void stopper.stopAll(0);
    });
  }
  stopWithNpm(stopper);
}

/** Our parent and, where the system tells, its parent: the shell that npm runs us under, and npm. */
function readForebears(): string {
  const stat = `/proc/${process.ppid}/stat`;
  const grandparent = existsSync(stat) ? readFileSync(stat, "utf8").replace(/^.*\) . (\d+).*$/s, "$1") : "";
  return `${process.ppid} ${grandparent}`;
}

/** A signal to npm, or its end, may end only the shell between it and us: then our forebears change. */
function stopWithNpm(stopper: Stopper): void {
  if (!process.env["npm_lifecycle_event"]) return;
  const forebears = readForebears();
  setInterval(() => {
    if (readForebears() !== forebears) void stopper.stopAll(0);
  }, 500).unref();
}
