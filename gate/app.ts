import type { HttpBindings } from "@hono/node-server";
import { Hono, type Handler } from "hono";
import { toClientAddress } from "@/lib/identity/client-address";
import { newContext } from "@/lib/identity/new-context";
import { readTraceId } from "@/lib/identity/trace-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import { authenticate, type KeyKind } from "./authenticate";
import { authenticateDispatcher } from "./authenticate-dispatcher";
import type { GateEnv } from "./gate-env";
import { toProblem, toProblemHeaders } from "./problem";
import { getAuthzenConfiguration, postEvaluation, postEvaluations, postSearch } from "./routes/authzen";
import { postCase, postCaseClosing } from "./routes/cases";
import { getDecision } from "./routes/decision";
import { getHealth, getReadiness } from "./routes/health";
import { getHoldStatus, postHold, postHoldAnswer, postHoldWithdrawal } from "./routes/holds";
import { getJwks } from "./routes/jwks";
import { getLogCheckpoint, getLogKeyList, getLogTile } from "./routes/log";
import { serveMcp } from "./routes/mcp";
import { getMe } from "./routes/me";
import { postMessage } from "./routes/messages";
import { getOpenapi } from "./routes/openapi";
import { postRead } from "./routes/read";
import { postOutcome, postRedemption } from "./routes/releases";
import { createThrottle, type Throttle } from "./throttle";

type Route = {
  path: string;
  isOpen?: true;
  /** Whose keys count here; an agent's only where nothing is said. */
  keys?: readonly KeyKind[];
  handlers: { readonly [method in "GET" | "POST" | "DELETE"]?: Handler<GateEnv> };
};

const ANY_KEY: readonly KeyKind[] = ["agent", "tenant"];
const AGENTS_KEY: readonly KeyKind[] = ["agent"];

/** All that the gate answers. Only what is open answers without a key. */
export const ROUTES: readonly Route[] = [
  { path: "/v1/me", handlers: { GET: getMe } },
  { path: "/v1/read", handlers: { POST: postRead } },
  { path: "/v1/decisions/:id", handlers: { GET: getDecision } },
  { path: "/v1/messages", handlers: { POST: postMessage } },
  { path: "/v1/holds", handlers: { POST: postHold } },
  { path: "/v1/holds/:id", handlers: { GET: getHoldStatus } },
  { path: "/v1/holds/:id/answers", handlers: { POST: postHoldAnswer } },
  { path: "/v1/holds/:id/withdraw", handlers: { POST: postHoldWithdrawal } },
  { path: "/v1/releases/:id/redeem", handlers: { POST: postRedemption } },
  { path: "/v1/releases/:id/outcome", handlers: { POST: postOutcome } },
  { path: "/access/v1/evaluation", keys: ANY_KEY, handlers: { POST: postEvaluation } },
  { path: "/access/v1/evaluations", keys: ANY_KEY, handlers: { POST: postEvaluations } },
  { path: "/access/v1/search/subject", keys: ANY_KEY, handlers: { POST: postSearch("subject") } },
  { path: "/access/v1/search/resource", keys: ANY_KEY, handlers: { POST: postSearch("resource") } },
  { path: "/access/v1/search/action", keys: ANY_KEY, handlers: { POST: postSearch("action") } },
  { path: "/v1/cases", keys: ["dispatcher"], handlers: { POST: postCase } },
  { path: "/v1/cases/:id/close", keys: ["dispatcher"], handlers: { POST: postCaseClosing } },
  { path: "/mcp", handlers: { GET: serveMcp, POST: serveMcp, DELETE: serveMcp } },
  { path: "/.well-known/authzen-configuration", isOpen: true, handlers: { GET: getAuthzenConfiguration } },
  { path: "/.well-known/jwks.json", isOpen: true, handlers: { GET: getJwks } },
  { path: "/log/checkpoint", isOpen: true, handlers: { GET: getLogCheckpoint } },
  { path: "/log/keys", isOpen: true, handlers: { GET: getLogKeyList } },
  { path: "/log/tile/*", isOpen: true, handlers: { GET: getLogTile } },
  { path: "/openapi.json", isOpen: true, handlers: { GET: getOpenapi } },
  { path: "/healthz", isOpen: true, handlers: { GET: getHealth } },
  { path: "/readyz", isOpen: true, handlers: { GET: getReadiness } },
];

/** What a caller may send to find its request again; anything else is answered with our own id. */
const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

function toPeer(bindings: HttpBindings | undefined): string | undefined {
  return bindings?.incoming?.socket.remoteAddress;
}

type AppParts = { throttle?: Throttle; stopping?: AbortSignal };

export function createApp({
  throttle = createThrottle(() => performance.now()),
  stopping = new AbortController().signal,
}: AppParts = {}): Hono<GateEnv> {
  const app = new Hono<GateEnv>();
  app.use(async (c, next) => {
    const address = toClientAddress(toPeer(c.env), c.req.header("x-forwarded-for"), getEnv().trustProxy);
    const ctx = newContext({ kind: "anonymous" }, address, readTraceId(c.req.header("traceparent")));
    c.set("ctx", ctx);
    c.set("stopping", stopping);
    const theirs = c.req.header("x-request-id");
    c.header("x-request-id", theirs !== undefined && REQUEST_ID.test(theirs) ? theirs : ctx.requestId);
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
    await next();
  });
  for (const { path, isOpen, keys = AGENTS_KEY, handlers } of ROUTES) {
    const check = keys.includes("dispatcher") ? authenticateDispatcher(throttle) : authenticate(throttle, keys);
    for (const [method, handler] of Object.entries(handlers)) {
      if (isOpen) app.on(method, path, handler);
      else app.on(method, path, check, handler);
    }
    const allowed = Object.keys(handlers).join(", ");
    app.all(path, (c) => {
      c.header("allow", allowed);
      throw new DomainError("method_not_allowed", `This address answers ${allowed} only.`);
    });
  }
  app.notFound(() => {
    throw new DomainError("not_found", "There is nothing at this address: GET /openapi.json lists what there is.");
  });
  app.onError((error, c) => {
    const problem = toProblem(error, c.get("ctx").requestId);
    return c.body(JSON.stringify(problem), problem.status, toProblemHeaders(problem));
  });
  return app;
}
