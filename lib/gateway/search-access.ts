import { record } from "@/lib/audit/record";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { RequestContext } from "@/lib/identity/request-context";
import { decideAccess, findKeyObstacle } from "@/lib/kernel/decide-access";
import type { Found } from "@/lib/kernel/tenant-policy";
import type { AgentPolicy } from "@/lib/policy/agent-policy";
import { getCurrentPolicy } from "@/lib/policy/get-current-policy";
import { refuseKey } from "@/lib/policy/refuse-key";

type Entity = { type: string; id: string };

/** An AuthZEN search (§8) by an agent: of what is searched for only the type is given. Names are as the caller wrote them. */
export type AccessSearch = { purpose: string } & (
  | { kind: "subject"; subject: { type: string }; action: string; resource: Entity }
  | { kind: "resource"; subject: Entity; action: string; resource: { type: string } }
  | { kind: "action"; subject: Entity; resource: Entity }
);

const NOTHING_USED: ReadonlyMap<string, number> = new Map();

type Self = { policy: AgentPolicy; keyId: string; now: number };

function mayRead({ policy, keyId, now }: Self, dataset: string, purpose: string): boolean {
  const nothing = { fields: null, filterFields: [], orderFields: [], limit: null, case: null, rowsUsed: NOTHING_USED };
  return decideAccess({ keyId, dataset, purpose, ...nothing }, policy.snapshot, now).effect === "allow";
}

function isSelf({ policy: { snapshot, agentName } }: Self, { type, id }: Entity): boolean {
  return type === "agent" && (id === snapshot.agentId || id === agentName);
}

function search(self: Self, asked: AccessSearch): Found[] {
  if (asked.kind !== "action" && asked.action !== "read") return [];
  if (asked.resource.type !== "dataset" || asked.subject.type !== "agent") return [];
  if (asked.kind === "subject") {
    const agentId = self.policy.snapshot.agentId;
    return mayRead(self, asked.resource.id, asked.purpose) ? [{ type: "agent", id: agentId }] : [];
  }
  if (!isSelf(self, asked.subject)) return [];
  if (asked.kind === "action") return mayRead(self, asked.resource.id, asked.purpose) ? [{ name: "read" }] : [];
  return [...self.policy.snapshot.datasets.keys()]
    .filter((dataset) => mayRead(self, dataset, asked.purpose))
    .map((id) => ({ type: "dataset", id }));
}

/**
 * What the calling agent may read, as its evaluations would answer: only about itself. In the log before it is returned. Throws
 * `AccessDenied` when the key itself no longer counts.
 */
export async function searchAccess(ctx: RequestContext, asked: AccessSearch): Promise<Found[]> {
  const actor = authorizeAgent(ctx, "gateway:read");
  const { agentId, keyId } = actor;
  const policy = await getCurrentPolicy(agentId);
  const now = ctx.now.getTime();
  const obstacle = findKeyObstacle(keyId, policy.snapshot, now);
  if (obstacle !== null) throw await refuseKey(ctx, obstacle, actor);
  const found = search({ policy, keyId, now }, asked);
  const purpose = policy.purposes.has(asked.purpose) ? asked.purpose : null;
  const { policyVersion } = policy.snapshot;
  const event = { action: "access.searched", agentId, keyId, search: asked.kind, purpose } as const;
  await record(ctx, [{ ...event, found: found.length, policyVersion }]);
  return found;
}
