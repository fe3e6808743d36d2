import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { toAuthOptions } from "@/app/api/auth/auth-options";
import { toSafePath } from "@/app/safe-path";
import { getEnv } from "@/lib/runtime/env";

const BODY_BYTES_MAX = 16_384;

/** What is offered of next-auth: its other pages and endpoints would tell or do more than the console needs. */
const OFFERED = ["GET csrf", "POST callback/credentials", "POST signout"];

type Route = { params: Promise<{ nextauth: string[] }> };

/** next-auth points at pages of its own, by the configured host; people stay on ours, by the host they came by. */
function toOwnPath(address: string, next: string): string {
  const { pathname, search, searchParams } = new URL(address, getEnv().consoleUrl);
  if (!pathname.startsWith("/api/auth/")) return toSafePath(`${pathname}${search}`);
  const error = searchParams.get("error") ?? "stale";
  return `/sign-in?${new URLSearchParams({ error, ...(next !== "/" && { next }) })}`;
}

/** A body of unstated length counts as too long. */
function isShort(request: NextRequest): boolean {
  return Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) <= BODY_BYTES_MAX;
}

async function readNext(request: NextRequest): Promise<string> {
  return toSafePath(new URLSearchParams(await request.clone().text()).get("callbackUrl"));
}

async function answer(request: NextRequest, route: Route): Promise<Response> {
  const { nextauth } = await route.params;
  if (!OFFERED.includes(`${request.method} ${nextauth.join("/")}`)) return new Response(null, { status: 404 });
  if (request.method === "POST" && !isShort(request)) return new Response(null, { status: 413 });
  const next = request.method === "POST" ? await readNext(request) : "/";
  const response: Response = await NextAuth(request, { params: { nextauth } }, toAuthOptions());
  const location = response.headers.get("location");
  if (location !== null) {
    response.headers.set("location", toOwnPath(location, next));
    return new Response(null, { status: 303, headers: response.headers });
  }
  if (request.method === "GET") return response;
  const { url } = (await response.json()) as { url: string };
  // A refusal too is an answer to "where next?"; a status of 401 would be an error in every browser's console.
  return Response.json({ url: toOwnPath(url, next) }, { headers: response.headers });
}

export { answer as GET, answer as POST };
