import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";

export const EndpointIdInput = z.object({ endpointId: z.uuid("names no webhook") });

type Endpoint = { id: string; isEnabled: boolean; secretSealed: string };

/** Locks an endpoint for the rest of the transaction. Throws `not_found`. */
export async function lockEndpoint(tx: Transaction, endpointId: string): Promise<Endpoint> {
  await tx.$executeRaw`SELECT 1 FROM webhook_endpoint WHERE id = ${endpointId}::uuid FOR UPDATE`;
  const select = { id: true, isEnabled: true, secretSealed: true } as const;
  const endpoint = await tx.webhookEndpoint.findUnique({ where: { id: endpointId }, select });
  if (endpoint === null) throw new DomainError("not_found", "There is no such webhook.");
  return endpoint;
}
