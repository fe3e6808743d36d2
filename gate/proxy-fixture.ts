import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy in front of a Postgres that a test can watch, and break at any one message. */
export type Proxy = {
  port: number;
  /** Called with every chunk before it goes on; when it says "cut", this and every other connection is destroyed instead. */
  onChunk: (chunk: Buffer, from: "client" | "server") => "pass" | "hold" | "cut";
  close: () => Promise<void>;
};

export async function startProxy(host: string, port: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, host);
    for (const [socket, other, from] of [
      [client, upstream, "client"],
      [upstream, client, "server"],
    ] as const) {
      sockets.add(socket);
      socket.on("data", (chunk: Buffer) => {
        const what = proxy.onChunk(chunk, from);
        if (what === "cut") for (const each of sockets) each.destroy();
        else if (what === "pass") other.write(chunk);
      });
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const proxy: Proxy = {
    port: typeof address === "object" && address !== null ? address.port : 0,
    onChunk: () => "pass",
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
