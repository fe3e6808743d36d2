import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { closeSourcePools } from "@/lib/catalog/connector/get-source-pool";
import { closePools } from "@/lib/db/pool";
import { keepGateProcess, type KeptProcess } from "@/lib/policy/keep-gate-process";
import { watchPolicy } from "@/lib/policy/watch-policy";
import { stopWatchingReviews } from "@/lib/reviews/watch-reviews";
import { createApp } from "./app";
import { closeMcp } from "./routes/mcp";

export type RunningGate = { port: number; stop: () => Promise<void> };

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** How often those limits are looked at. */
const CHECK_MS = 2_000;
/** Longer than a proxy in front usually keeps one, so that the proxy ends it and no request is lost. */
const KEEP_ALIVE_MS = 65_000;
const STOP_MS = 8_000;
const TIDY_MS = 50;
const HEADER_BYTES_MAX = 16_384;

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Takes no new connection, finishes the requests under way, and ends what is left after a while. */
async function drain(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), STOP_MS);
  // A connection that is kept alive becomes idle only after its answer.
  const tidy = setInterval(() => server.closeIdleConnections(), TIDY_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(tidy);
  clearTimeout(impatient);
}

/** Starts the agents' door. Port 0 takes a free one. */
export async function startGate({ host, port }: { host: string; port: number }): Promise<RunningGate> {
  const stopping = new AbortController();
  const app = createApp({ stopping: stopping.signal });
  const server = createServer(
    {
      connectionsCheckingInterval: CHECK_MS,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
    getRequestListener(app.fetch),
  );
  let kept: KeptProcess | null = null;
  const stopWatching = watchPolicy(() => kept?.hurry());
  try {
    const listening = await listen(server, port, host);
    kept = keepGateProcess(listening);
    const stop = async (): Promise<void> => {
      stopping.abort();
      await kept?.stop();
      await closeMcp();
      await drain(server);
      await Promise.all([stopWatching(), stopWatchingReviews()]);
      await Promise.all([closePools(), closeSourcePools()]);
    };
    return { port: listening, stop };
  } catch (error) {
    await stopWatching();
    throw error;
  }
}
