import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { getClientAddress } from "@/app/client-address";
import { toSafePath } from "@/app/safe-path";
import { PATH_HEADER } from "@/app/session-path";
import { sessionCookie } from "@/app/sign-in-cookies";
import { isPermitted } from "@/lib/identity/authorize";
import { findSession } from "@/lib/identity/find-session";
import { newContext } from "@/lib/identity/new-context";
import type { Permission } from "@/lib/identity/permissions";
import type { PersonActor, RequestContext } from "@/lib/identity/request-context";
import { SESSION_REFRESH_MS } from "@/lib/identity/session-limits";
import { refreshSession } from "@/lib/people/refresh-session";

export type SignedInContext = RequestContext & { readonly actor: PersonActor };

/** Who asks, when and from where: one for the whole request. Anonymous when nobody is signed in. */
export const getContext = cache(async (): Promise<RequestContext> => {
  const address = await getClientAddress();
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const session = token === undefined ? null : await findSession(token, new Date());
  if (session === null) return newContext({ kind: "anonymous" }, address);
  const ctx = newContext(session.actor, address);
  if (ctx.now.getTime() - session.lastSeenAt.getTime() > SESSION_REFRESH_MS) await refreshSession(ctx);
  return ctx;
});

/**
 * The first line of every page behind the sign-in. Sends whoever is not signed in there and back, and answers 403 with who could help
 * when the roles do not allow `permission`. The verbs decide again by themselves.
 */
export async function requireContext(permission?: Permission): Promise<SignedInContext> {
  const ctx = await getContext();
  if (ctx.actor.kind !== "person") {
    const next = toSafePath((await headers()).get(PATH_HEADER));
    redirect(next === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next })}`);
  }
  if (permission !== undefined && !isPermitted(ctx.actor, permission)) forbidden();
  return { ...ctx, actor: ctx.actor };
}
