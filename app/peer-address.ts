import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/** Where a request's connection comes from; what a client sends under this name is overwritten. */
export const PEER_HEADER = "x-gatehouse-peer";

/** Next hands pages no socket, so the address of its other end travels as a header that only this process can have written. */
export function notePeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
  });
}
