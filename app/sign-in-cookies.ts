import { SESSION_MS } from "@/lib/identity/session-limits";
import { getEnv } from "@/lib/runtime/env";

type SignInCookie = {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean; maxAge?: number };
};

/** With https the names bind the cookies to this host and to encrypted connections (RFC 6265bis §4.1.3). */
function toCookie(name: string): SignInCookie {
  const isHttps = getEnv().consoleUrl.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps } as const;
  return { name: `${isHttps ? "__Host-" : ""}gatehouse-${name}`, options };
}

/** Holds the session's token. */
export function sessionCookie(): SignInCookie {
  const { name, options } = toCookie("session");
  return { name, options: { ...options, maxAge: SESSION_MS / 1000 } };
}

/** Holds `token|keyed hash` of next-auth's double submit; the form sends the token as well. */
export function csrfCookie(): SignInCookie {
  return toCookie("csrf");
}

export function callbackUrlCookie(): SignInCookie {
  return toCookie("callback");
}
