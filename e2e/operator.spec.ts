import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { type Product, startProduct } from "./support/product";

function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once("connect", () => socket.destroy()).once("close", (hadError) => resolve(!hadError));
    socket.once("error", () => socket.destroy());
  });
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    // It ended while we looked.
    return "";
  }
}

/** What still runs of a product: programs that name its folder, and its two ports. */
async function findLeft(product: Product): Promise<string[]> {
  const programs = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(readCommandLine)
    .filter((commandLine) => commandLine.includes(product.folder));
  const urls = await Promise.all(
    [product.consoleUrl, product.gateUrl].map(async (url) => ((await answers(url)) ? [url] : [])),
  );
  return [...programs, ...urls.flat()];
}

test.describe("an operator", () => {
  test.skip(process.platform !== "linux", "looks at /proc");

  test("stops Gatehouse, and no process stays behind", async () => {
    const product = await startProduct({ GATEHOUSE_DEMO: "off" });
    expect(await findLeft(product)).toEqual(
      expect.arrayContaining([expect.stringContaining("postgres"), product.consoleUrl, product.gateUrl]),
    );
    await product.stop();
    expect(await findLeft(product)).toEqual([]);
  });

  test("kills Gatehouse the hard way, and its parts leave by themselves", async () => {
    const product = await startProduct({ GATEHOUSE_DEMO: "off" });
    process.kill(product.pid, "SIGKILL");
    await expect.poll(() => findLeft(product), { timeout: 20_000 }).toEqual([]);
    await product.stop();
  });
});
