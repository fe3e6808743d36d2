import type { DomainError } from "@/lib/kernel/domain-error";
import type { Door } from "@/lib/policy/evaluate-access";
import { recordRejection } from "@/lib/policy/record-rejection";
import { recordTenantRejection } from "@/lib/tenants/record-tenant-rejection";
import type { Caller } from "./gate-env";

/** Stores that what the caller sent cannot be read. Returns the error to throw. */
export function reject(caller: Caller, door: Door, error: DomainError): Promise<DomainError> {
  const { actor } = caller;
  return actor.kind === "agent" ? recordRejection(caller, actor, door, error) : recordTenantRejection(caller, error);
}
