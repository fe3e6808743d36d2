import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { lockAndFindActiveAdmin } from "./internal/first-admin";
import { makeLink } from "./internal/one-time-link";

/** The URL with which the first admin is made; earlier ones stop working. Null once there is an active admin. */
export async function issueFirstAdminLink(ctx: RequestContext): Promise<string | null> {
  authorize(ctx, "person:write");
  const admins = await reader().person.count({ where: { status: "active", roles: { has: "admin" } } });
  if (admins > 0) return null;
  return commit(ctx, async (tx) => {
    if (await lockAndFindActiveAdmin(tx)) throw new DomainError("conflict", "There is an admin already: sign in.");
    const { url, event } = await makeLink(tx, ctx, { purpose: "first_admin" });
    return { result: url, events: [event] };
  });
}
