import { describe, expect, it } from "vitest";
import { AGENT_VERBS, agentCan } from "./agent-state";
import { AGENT_STATES } from "./vocabulary";

describe("agentCan", () => {
  it.each([
    ["draft", "activate", "active"],
    ["draft", "retire", "retired"],
    ["active", "suspend", "suspended"],
    ["active", "retire", "retired"],
    ["suspended", "resume", "active"],
    ["suspended", "retire", "retired"],
  ] as const)("takes a %s agent by %s to %s", (from, verb, to) => {
    expect(agentCan(verb, from)).toEqual({ ok: true, to });
  });

  it("never lets a retired agent do anything again", () => {
    for (const verb of AGENT_VERBS) expect(agentCan(verb, "retired").ok).toBe(false);
  });

  it("says why wherever a verb is not possible", () => {
    for (const state of AGENT_STATES) {
      for (const verb of AGENT_VERBS) {
        const permit = agentCan(verb, state);
        if (!permit.ok) expect(permit.why).toMatch(/^.{10,}\.$/);
      }
    }
  });
});
