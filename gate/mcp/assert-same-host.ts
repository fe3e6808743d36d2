import { isIP } from "node:net";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";

function toHostName(authority: string): string {
  return URL.canParse(`http://${authority}`) ? new URL(`http://${authority}`).hostname : "";
}

/** A page that rebinds its own name to this machine comes with that name; a number cannot be rebound. */
function isOurHost(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, "");
  return (
    isIP(bare) !== 0 || name === "localhost" || name === new URL(getEnv().gateUrl).hostname || name === getEnv().host
  );
}

/** Against pages in a browser near the gate: the Host must be ours, and an Origin, which only a browser sends, must be the same host. */
export function assertSameHost(host: string | undefined, origin: string | undefined): void {
  if (!isOurHost(toHostName(host ?? ""))) {
    throw new DomainError(
      "not_permitted",
      "The gate is not known by this host name: an operator sets GATEHOUSE_GATE_URL.",
      "Host",
    );
  }
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host)
    throw new DomainError("not_permitted", "Calls from a web page of another host are refused.", "Origin");
}
