import { createServer } from "node:net";

/** Whether a server could listen there now. */
export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free port below the range that systems hand out for outgoing connections, so that it is likely free next time too. */
export async function findFreePort(from: number, to: number): Promise<number> {
  for (let port = from; port <= to; port += 1) {
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No port from ${from} to ${to} is free on 127.0.0.1.`);
}
