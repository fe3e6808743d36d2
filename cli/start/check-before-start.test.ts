import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findFreePort } from "@/lib/db/free-port";
import { checkBeforeStart } from "./check-before-start";
import { findRunning, markRunning, unmarkRunning } from "./running-file";

let folder: string;
let other: Server;
let busyPort: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-check-"));
  busyPort = await findFreePort(21_000, 22_000);
  other = createServer();
  await new Promise<void>((resolve) => void other.listen(busyPort, "127.0.0.1", resolve));
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("GATEHOUSE_DATA_DIR", folder);
  vi.stubEnv("GATEHOUSE_CONSOLE_PORT", String(await findFreePort(22_001, 23_000)));
  vi.stubEnv("GATEHOUSE_GATE_PORT", String(await findFreePort(23_001, 24_000)));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => other.close(resolve));
  rmSync(folder, { recursive: true });
});

test("free ports and right settings are let through", async () => {
  await expect(checkBeforeStart()).resolves.toMatchObject({ dataFolder: folder });
});

test.each([
  ["the console", "GATEHOUSE_CONSOLE_PORT"],
  ["the gate", "GATEHOUSE_GATE_PORT"],
])(
  "a port of %s that another program holds is said before anything starts, with the setting that changes it",
  async (what, name) => {
    vi.stubEnv(name, String(busyPort));
    const message = `Port ${busyPort} is taken by another program, so ${what} cannot use it.`;
    await expect(checkBeforeStart()).rejects.toThrow(new RegExp(`^${message}.*${name}=${busyPort + 1} npm start$`));
  },
);

test("the console and the gate cannot share a port", async () => {
  vi.stubEnv("GATEHOUSE_GATE_PORT", process.env["GATEHOUSE_CONSOLE_PORT"]);
  await expect(checkBeforeStart()).rejects.toThrow(/need two ports/);
});

test("what an earlier start left behind when it was killed does not stop the next one", () => {
  writeFileSync(join(folder, "running.pid"), `${process.ppid}\n`);
  expect(findRunning(folder)).toBeNull();
  markRunning(folder);
  expect(findRunning(folder)).toBeNull();
  unmarkRunning(folder);
});
