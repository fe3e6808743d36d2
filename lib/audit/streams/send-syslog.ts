import { hostname } from "node:os";
import { connect, type TLSSocket } from "node:tls";
import { isIP } from "node:net";
import { AnchorFailed } from "@/lib/audit/log/anchor";
import { assertPublicHost, lookupPublic, toDeliveryFailure } from "@/lib/audit/log/outgoing";
import type { StreamedEvent } from "./send-webhook";
import type { SyslogTarget } from "./stream-target";
import { toSyslogFrame } from "./to-syslog";

const TIMEOUT_MS = 15_000;

/** How long a server must keep the connection after the last frame, at least: one that broke off shows it by then. */
const GRACE_MS = 150;

type Delivery = { resolve: () => void; reject: (error: Error) => void };

/** Writes all frames, waits whether the other side breaks off, then closes and waits for its close, which says that it read to the end. */
function send(socket: TLSSocket, events: readonly StreamedEvent[], { resolve, reject }: Delivery): void {
  const name = hostname();
  const startedAt = performance.now();
  let isClosing = false;
  socket.on("secureConnect", () => {
    const handshakeMs = performance.now() - startedAt;
    const frames = events.map(({ entry, text }) => toSyslogFrame(entry, text, name)).join("");
    socket.write(frames, () => {
      setTimeout(
        () => {
          isClosing = true;
          socket.end();
        },
        Math.max(GRACE_MS, 2 * handshakeMs),
      );
    });
  });
  socket.on("end", () => {
    if (!isClosing) socket.destroy(new AnchorFailed("unreachable"));
  });
  socket.on("timeout", () => socket.destroy(new AnchorFailed("timeout")));
  socket.on("error", (error) => reject(toDeliveryFailure(error)));
  socket.on("close", (hadError) => {
    if (isClosing && !hadError && socket.readableEnded) resolve();
    else reject(new AnchorFailed("unreachable"));
  });
  // Nothing is expected to come, but the end is only seen by who reads.
  socket.resume();
}

/**
 * Sends a batch over TLS (RFC 5425) on a connection of its own. Syslog has no answer: that the server kept the connection until we
 * closed it, and then closed without an error, is the best sign there is that it took everything. A server is known by its certificate.
 */
export function sendSyslog(
  { host, port }: SyslogTarget,
  authorities: string | null,
  events: readonly StreamedEvent[],
): Promise<void> {
  assertPublicHost(host);
  const name = isIP(host) === 0 ? { servername: host } : {};
  const trust = authorities === null ? {} : { ca: authorities };
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      ...name,
      ...trust,
      timeout: TIMEOUT_MS,
      lookup: lookupPublic,
      minVersion: "TLSv1.2",
    });
    send(socket, events, { resolve, reject });
  });
}
