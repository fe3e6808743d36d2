import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import { afterAll, describe, expect, test } from "vitest";
import type { SourceId } from "@/lib/kernel/ids";
import { seal } from "@/lib/runtime/keyring";
import { newId } from "@/lib/runtime/new-id";
import { closeSourcePools } from "./get-source-pool";
import { withSourceConnection } from "./with-source-connection";

const folder = mkdtempSync(join(tmpdir(), "gatehouse-tls-"));

/** A certificate that nobody vouches for, or null where openssl is not installed. */
function makeCertificate(): { key: Buffer; cert: Buffer } | null {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const request = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "1",
    "-subj",
    "/CN=source.example",
    "-keyout",
    key,
    "-out",
    cert,
  ];
  try {
    execFileSync("openssl", request, { stdio: "ignore", timeout: 20_000 });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

const certificate = makeCertificate();
rmSync(folder, { recursive: true });

/** A far side that agrees to TLS and keeps what it is then told. */
function listen(heard: Buffer[], server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
    server.on("connection", (socket: Socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        socket.write("S");
        const secured = new TLSSocket(socket, {
          isServer: true,
          secureContext: createSecureContext(certificate ?? {}),
        });
        secured.on("error", () => undefined);
        secured.on("data", (data) => {
          heard.push(data);
          secured.destroy();
        });
      });
    });
  });
}

async function readFrom(port: number, tlsMode: "require" | "verify_full"): Promise<unknown> {
  const id = newId(new Date()) as SourceId;
  const passwordSealed = seal("pw", { table: "source", column: "password_sealed", rowId: id });
  const source = { id, host: "localhost", port, database: "d", username: "ann", passwordSealed, tlsMode };
  return withSourceConnection(source, (client) => client.query("SELECT 1")).catch((error: unknown) => error);
}

afterAll(closeSourcePools);

describe.skipIf(certificate === null)("a source with a certificate that nobody vouches for", () => {
  test("is told nothing, not even the user's name, when it must be verified", async () => {
    const heard: Buffer[] = [];
    const server = createServer();
    const port = await listen(heard, server);
    const error = await readFrom(port, "verify_full");
    expect(error).toMatchObject({
      code: "source_unreachable",
      message: expect.stringContaining("certificate cannot be trusted"),
    });
    expect(Buffer.concat(heard).toString("latin1")).not.toContain("ann");
    server.close();
  });

  test("is spoken to when TLS alone is wanted", async () => {
    const heard: Buffer[] = [];
    const server = createServer();
    const port = await listen(heard, server);
    expect(await readFrom(port, "require")).toMatchObject({ code: "source_unreachable" });
    expect(Buffer.concat(heard).toString("latin1")).toContain("ann");
    server.close();
  });
});
