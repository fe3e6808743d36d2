import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import CredentialsProvider from "next-auth/providers/credentials";
import { headers } from "next/headers";
import { getClientAddress } from "@/app/client-address";
import { toSafePath } from "@/app/safe-path";
import { getContext } from "@/app/session";
import { callbackUrlCookie, csrfCookie, sessionCookie } from "@/app/sign-in-cookies";
import { findSession } from "@/lib/identity/find-session";
import { newContext } from "@/lib/identity/new-context";
import { SESSION_MS } from "@/lib/identity/session-limits";
import { DomainError } from "@/lib/kernel/domain-error";
import { type SignedIn, signIn } from "@/lib/people/sign-in";
import { signOut } from "@/lib/people/sign-out";
import { getEnv } from "@/lib/runtime/env";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** What the sign-in page is told; next-auth puts it into an address, so it is a code and never an error's own text. */
export type SignInProblem = "refused" | "throttled" | "unavailable";

function toProblem(error: unknown): SignInProblem {
  if (error instanceof DomainError) return error.code === "too_many_requests" ? "throttled" : "refused";
  log("error", "sign_in_failed", toErrorFacts(error));
  return "unavailable";
}

async function signInHere(email: string, password: string): Promise<SignedIn> {
  const address = await getClientAddress();
  const userAgent = (await headers()).get("user-agent");
  const before = await getContext();
  const signedIn = await signIn(newContext({ kind: "anonymous" }, address), { email, password, userAgent });
  if (before.actor.kind === "person") await signOut(before);
  return signedIn;
}

/** next-auth knows a session by its token alone; our tables hold only the token's hash. */
const adapter: Adapter = {
  deleteSession: async (token) => {
    const session = await findSession(token, new Date());
    if (session) await signOut(newContext(session.actor, await getClientAddress()));
  },
};

/**
 * For one request: next-auth does the cookies and the double-submit check, the verbs of lib/people do the rest. With an adapter and no
 * stated strategy next-auth keeps sessions in a database; what it would encode into the cookie is our session's token.
 */
export function toAuthOptions(): NextAuthOptions {
  const env = getEnv();
  // next-auth knows its own address from nowhere else.
  process.env["NEXTAUTH_URL"] = env.consoleUrl;
  let sessionToken = "";
  const credentials = CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: async (given) => {
      try {
        const { token, personId, name, email } = await signInHere(given?.email ?? "", given?.password ?? "");
        sessionToken = token;
        return { id: personId, name, email };
      } catch (error) {
        throw new Error(toProblem(error));
      }
    },
  });
  return {
    secret: env.sessionSecret,
    adapter,
    providers: [credentials],
    session: { maxAge: SESSION_MS / 1000 },
    jwt: { encode: async () => sessionToken, decode: async () => null },
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${toSafePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) || "/" : url)}`,
    },
    cookies: { sessionToken: sessionCookie(), csrfToken: csrfCookie(), callbackUrl: callbackUrlCookie() },
    logger: {
      error: (code) => log("error", "sign_in_handler_failed", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
