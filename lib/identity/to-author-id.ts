import type { RequestContext } from "./request-context";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The person to remember as the author of a change; the nil UUID (RFC 9562 §5.9) for our own processes. */
export function toAuthorId(ctx: RequestContext): string {
  return ctx.actor.kind === "person" ? ctx.actor.personId : NOBODY;
}
