import type { RequestContext } from "@/lib/identity/request-context";
import type { DomainError } from "@/lib/kernel/domain-error";
import { getTenantId } from "./internal/get-tenant-id";
import { recordForTenant } from "./internal/record-for-tenant";
import { toTenantUnavailable } from "./internal/tenant-row";

/** Stores that a tenant sent what cannot be read or asked for what is not its own. Returns the error for the caller to throw. */
export async function recordTenantRejection(ctx: RequestContext, error: DomainError): Promise<DomainError> {
  const field = error.field === undefined ? {} : { field: error.field };
  const event = { action: "tenant.rejected", tenantId: getTenantId(ctx), reason: error.code, ...field } as const;
  return recordForTenant(ctx, event).then(
    () => error,
    (failure: unknown) => toTenantUnavailable(failure),
  );
}
