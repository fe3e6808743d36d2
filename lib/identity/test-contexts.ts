import { newId } from "@/lib/runtime/new-id";
import type { AgentId, AgentKeyId, PersonId, SessionId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/kernel/vocabulary";
import type { Actor, RequestContext } from "./request-context";

/** Contexts as the doors make them, for tests. `now` is the current moment unless a test moves the clock. */
export function testContext(actor: Actor, now = new Date()): RequestContext {
  return { actor, now, requestId: newId(now), address: "127.0.0.1" };
}

export function testPerson(roles: readonly Role[], personId = newId(new Date()), now = new Date()): RequestContext {
  const actor: Actor = {
    kind: "person",
    personId: personId as PersonId,
    sessionId: newId(now) as SessionId,
    name: "Test Person",
    email: "test.person@example.com",
    roles,
  };
  return testContext(actor, now);
}

export function testAgent(
  agentId: string,
  keyId: string,
  now = new Date(),
): RequestContext & { actor: { kind: "agent" } } {
  const actor = { kind: "agent", agentId: agentId as AgentId, keyId: keyId as AgentKeyId } as const;
  return { ...testContext(actor, now), actor };
}
