import { lookup, type LookupAddress } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIP } from "node:net";
import { getEnv } from "@/lib/runtime/env";
import { AnchorFailed } from "./anchor";

/** Addresses that are no place on the public internet. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  PRIVATE.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  PRIVATE.addSubnet(net, bits, "ipv6");

export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return PRIVATE.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}

type LookupDone = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Resolves a host for a connection, and refuses private addresses at that very moment: an answer cannot change in between. */
export function lookupPublic(host: string, options: { all?: boolean | undefined }, done: LookupDone): void {
  const mayBePrivate = getEnv().anchorPrivateHosts.includes(host.toLowerCase());
  lookup(host, { all: true }, (error, addresses) => {
    if (error !== null) return done(error, []);
    const usable = mayBePrivate ? addresses : addresses.filter(({ address }) => !isPrivateAddress(address));
    const [first] = usable;
    if (first === undefined) return done(Object.assign(new Error("private host"), { code: "EPRIVATE" }), []);
    return options.all === true ? done(null, usable) : done(null, first.address, first.family);
  });
}

/** A host that is an address already is not looked up. */
export function assertPublicHost(host: string): void {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  if (isIP(bare) !== 0 && isPrivateAddress(bare) && !getEnv().anchorPrivateHosts.includes(bare))
    throw new AnchorFailed("private_host");
}

export function toDeliveryFailure(error: unknown): AnchorFailed {
  if (error instanceof AnchorFailed) return error;
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return new AnchorFailed(code === "EPRIVATE" ? "private_host" : code === "ETIMEDOUT" ? "timeout" : "unreachable");
}

export type Outgoing = {
  method: "GET" | "POST" | "PUT";
  url: URL;
  headers?: Record<string, string>;
  body?: string | Buffer;
  timeoutMs?: number;
};
export type Answer = { status: number; text: string };

const TIMEOUT_MS = 10_000;
const ANSWER_MAX = 256 * 1024;

/** One request to a host outside. Follows no redirect, reads a bounded answer, and never reaches a private address unasked. */
export function sendRequest({
  method,
  url,
  headers = {},
  body = "",
  timeoutMs = TIMEOUT_MS,
}: Outgoing): Promise<Answer> {
  assertPublicHost(url.hostname);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise<Answer>((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(signal.aborted ? new AnchorFailed("timeout") : toDeliveryFailure(error));
    const length = { "content-length": String(Buffer.byteLength(body)) };
    const request = send(
      url,
      { method, headers: { ...headers, ...length }, lookup: lookupPublic, agent: false, signal },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > ANSWER_MAX) response.destroy(new AnchorFailed("bad_answer"));
          else chunks.push(chunk);
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
        );
        response.on("error", fail);
      },
    );
    request.on("error", fail);
    request.end(body);
  });
}
