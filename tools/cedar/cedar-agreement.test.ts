import { describe, expect, it } from "vitest";
import { decideAccess } from "@/lib/kernel/decide-access";
import { NOW } from "@/lib/kernel/policy-fixture";
import { loadWorld, isReadAllowed } from "./ask-cedar";
import { compileWorld, type World } from "./make-world";
import { measureAgreement } from "./measure-agreement";

const REQUESTS = 2_000;

describe("decideAccess and Cedar, which knows nothing of it", () => {
  it("decide the same about 2,000 random requests in 20 random worlds (the bench: 100,000), and show the same fields the same", () => {
    const { requests, allowed, fields, disagreements } = measureAgreement(REQUESTS, 20_261_125);
    expect(disagreements.slice(0, 3)).toEqual([]);
    expect(requests).toBe(REQUESTS);
    // Else it would agree about denials alone.
    expect(allowed).toBeGreaterThan(REQUESTS / 20);
    expect(fields).toBeGreaterThan(100);
  });

  it("would be told apart where one of them forgot a freeze", () => {
    const world: World = {
      columns: new Map([["id", { isUsable: true, category: "none", tokenDomain: "id" }]]),
      scopes: [
        {
          scopeId: "one",
          version: 1,
          purposes: new Set(["support"]),
          fields: new Map([["id", "clear"]]),
          rowBound: [],
          requiresCase: false,
          rowsPerRequestMax: 10,
          rowsPerDayMax: null,
          subjectsPerDayMax: null,
          expiresAt: NOW + 5,
        },
      ],
      phases: [
        {
          until: Number.POSITIVE_INFINITY,
          conditions: { highestSensitivity: null, categories: null, purposes: null, regions: null },
        },
      ],
      state: "active",
      freezes: { agent: null, sources: new Set() },
      isSponsorPresent: true,
      keys: new Map([["k", { expiresAt: NOW + 1, isRevoked: false }]]),
      cap: { id: "a", rowsMax: null, subjectsMax: null },
    };
    const plain = { filterFields: [], orderFields: [], limit: null, case: null, rowsUsed: new Map() };
    const request = { keyId: "k", dataset: "customers", purpose: "support", fields: null, ...plain };
    const decide = (one: World) => decideAccess(request, compileWorld(one), NOW).effect;
    loadWorld(world);
    expect([decide(world), isReadAllowed({ world, request, now: NOW })]).toEqual(["allow", true]);
    const frozen: World = { ...world, freezes: { agent: "frozen_agent", sources: new Set() } };
    expect([decide(frozen), isReadAllowed({ world, request, now: NOW })]).toEqual(["deny", true]);
    loadWorld(frozen);
    expect(isReadAllowed({ world: frozen, request, now: NOW })).toBe(false);
  });
});
