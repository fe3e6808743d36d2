import type { WideningEvent } from "@/lib/audit/widening-event";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import type { WideningId } from "@/lib/kernel/ids";
import type { WideningKind } from "@/lib/kernel/widening-state";
import { newId } from "@/lib/runtime/new-id";
import type { ParsedScope } from "@/lib/scopes/scope-input";

type Proposal = {
  kind: WideningKind;
  agentId?: string;
  datasetId?: string;
  scopeId?: string;
  baseVersion?: number;
  scope?: ParsedScope;
  note: string;
};

/** Stores a widening for a second person to decide. */
export async function propose(
  tx: Transaction,
  ctx: RequestContext,
  { scope, baseVersion, note, ...subject }: Proposal,
): Promise<{ wideningId: WideningId; event: WideningEvent }> {
  const { personId } = getPersonActor(ctx);
  const wideningId = newId(ctx.now) as WideningId;
  const proposed = scope === undefined ? null : { ...scope, expiresAt: scope.expiresAt.toISOString() };
  await tx.widening.create({
    data: {
      id: wideningId,
      ...subject,
      baseVersion: baseVersion ?? null,
      ...(proposed === null ? {} : { proposed: proposed as Prisma.InputJsonObject }),
      note,
      proposedById: personId,
      createdAt: ctx.now,
    },
  });
  const { note: _, ...after } = proposed ?? { note };
  return {
    wideningId,
    event: { action: "widening.proposed", wideningId, ...subject, baseVersion: baseVersion ?? null, note, after },
  };
}
