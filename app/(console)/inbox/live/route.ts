import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { toEventStream } from "@/app/(console)/inbox/live/to-event-stream";
import { requireContext } from "@/app/session";
import { sessionCookie } from "@/app/sign-in-cookies";
import { isPermitted } from "@/lib/identity/authorize";
import { findSession } from "@/lib/identity/find-session";
import { isUuid } from "@/lib/runtime/is-uuid";

export const dynamic = "force-dynamic";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "private, no-store, no-transform",
  // A proxy that collects the answer before it passes it on would keep every event back.
  "X-Accel-Buffering": "no",
};

/** Which items change and who looks at which, as server-sent events: ids and colleagues' names, nothing of a customer. */
export async function GET(request: NextRequest): Promise<Response> {
  const { actor } = await requireContext("review:read");
  const token = (await cookies()).get(sessionCookie().name)?.value ?? "";
  const item = request.nextUrl.searchParams.get("item") ?? "";
  // Asked again while the stream is open: it counts as no use of the session, and ends with it.
  const isStillSignedIn = async () => {
    const session = await findSession(token, new Date());
    return session !== null && isPermitted(session.actor, "review:read");
  };
  const stream = toEventStream({
    viewer: { personId: actor.personId, name: actor.name },
    itemId: isUuid(item) ? item : null,
    isStillSignedIn,
    signal: request.signal,
  });
  return new Response(stream, { headers: HEADERS });
}
