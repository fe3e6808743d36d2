import { commit } from "@/lib/audit/commit";
import { testContext } from "@/lib/identity/test-contexts";
import type { AgentId, PersonId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import type { Role } from "@/lib/kernel/vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { addClearedVendor } from "@/lib/vendors/vendors-fixture";
import { activateAgent } from "./activate-agent";
import { registerAgent } from "./register-agent";

/** Adds a person who is active, for tests of what people answer for. */
export function addTestPerson(roles: Role[] = ["steward"]): Promise<PersonId> {
  const personId = newId(new Date()) as PersonId;
  return commit(testContext({ kind: "system", process: "cli" }), async (tx) => {
    await tx.person.create({
      data: {
        id: personId,
        email: `${personId}@example.com`,
        name: `Person ${personId.slice(-6)}`,
        roles,
        reviewKinds: roles.includes("reviewer") ? [...TRIAGE_KINDS] : [],
        status: "active",
      },
    });
    return { result: personId, events: [{ action: "person.added", personId, after: { roles } }] };
  });
}

/** Registers an agent and activates it. */
export async function addTestAgent(ownerId: PersonId, sponsorId: PersonId, name?: string): Promise<AgentId> {
  const ctx = testContext({ kind: "system", process: "cli" });
  const agentId = await registerAgent(ctx, {
    name: name ?? `Agent ${newId(new Date()).slice(-8)}`,
    description: "For a test",
    ownerId,
    sponsorId,
    model: "none",
    vendorId: await addClearedVendor({ ownerId }),
    region: "DE",
  });
  await activateAgent(ctx, { agentId });
  return agentId;
}
