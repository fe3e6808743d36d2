import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { TenantId } from "@/lib/kernel/ids";

/** The tenant that asks. Throws `not_permitted` for anybody else. */
export function getTenantId({ actor }: RequestContext): TenantId {
  if (actor.kind === "tenant") return actor.tenantId;
  throw new DomainError("not_permitted", "Only a tenant's program asks this, through the gate.");
}
