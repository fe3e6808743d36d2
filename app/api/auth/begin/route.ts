import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { toAuthOptions } from "@/app/api/auth/auth-options";
import { toSafePath } from "@/app/safe-path";

/** Sets the cookie that the sign-in form's token is compared with, which a page itself cannot do, and goes back to the page. */
export async function GET(request: NextRequest): Promise<Response> {
  const given = request.nextUrl.searchParams;
  const csrf: Response = await NextAuth(request, { params: { nextauth: ["csrf"] } }, toAuthOptions());
  const query = new URLSearchParams({ cookies: "set", next: toSafePath(given.get("next")) });
  for (const name of ["error", "done"]) {
    const value = given.get(name);
    if (value !== null && /^[a-z-]{1,20}$/.test(value)) query.set(name, value);
  }
  const headers = new Headers({ location: `/sign-in?${query}` });
  for (const cookie of csrf.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
