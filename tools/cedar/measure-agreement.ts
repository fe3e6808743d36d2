import fc from "fast-check";
import { decideAccess } from "@/lib/kernel/decide-access";
import type { AccessRequest } from "@/lib/kernel/access";
import { NOW } from "@/lib/kernel/policy-fixture";
import { findShown, isReadAllowed, loadWorld } from "./ask-cedar";
import { compileWorld, questions, type World, worlds } from "./make-world";

export type Agreement = { requests: number; allowed: number; fields: number; disagreements: string[] };

const PER_WORLD = 100;
/** How many of the allowed requests have each of their fields compared too. */
const FIELDS_OF_EVERY = 2;

type Asked = { request: AccessRequest; used: number[]; now: number; isPlain: boolean };

/** Half of the requests ask for something simple within a good case, which is allowed often enough to compare what is shown. */
function toRequest({ request, used, isPlain }: Asked, { scopes, columns }: World): AccessRequest {
  const rowsUsed = new Map(["a", ...scopes.map(({ scopeId }) => scopeId)].map((id, index) => [id, used[index] ?? 0]));
  if (!isPlain) return { ...request, rowsUsed };
  const [purpose = request.purpose] = scopes[0]?.purposes ?? [];
  const tokenDomain = columns.get("id")?.tokenDomain ?? "";
  const claim = { caseId: "case", agentId: "a", subject: "c1", tokenDomain, expiresAt: NOW + 9, isClosed: false };
  const plain = {
    dataset: "customers",
    purpose,
    fields: null,
    filterFields: [],
    orderFields: [],
    limit: 1,
    case: claim,
  };
  return { ...request, ...plain, rowsUsed: new Map() };
}

/** Decides random requests in random worlds twice, and lists where the two differ. `seed` makes a run that can be repeated. */
export function measureAgreement(requests: number, seed: number): Agreement {
  const found: Agreement = { requests: 0, allowed: 0, fields: 0, disagreements: [] };
  const count = Math.ceil(requests / PER_WORLD);
  const asked = fc.sample(questions, { numRuns: PER_WORLD * 20, seed });
  for (const [index, world] of fc.sample(worlds, { numRuns: count, seed }).entries()) {
    const snapshot = compileWorld(world);
    loadWorld(world);
    for (let n = 0; n < PER_WORLD; n += 1) {
      const one = asked[(index * 37 + n) % asked.length];
      if (one === undefined) continue;
      const request = toRequest(one, world);
      const question = { world, request, now: one.now };
      const decision = decideAccess(request, snapshot, one.now);
      const isAllowed = isReadAllowed(question);
      found.requests += 1;
      if (isAllowed !== (decision.effect === "allow"))
        found.disagreements.push(`${decision.reason}, Cedar ${isAllowed}: ${JSON.stringify(one)}`);
      else if (decision.effect === "allow" && (found.allowed += 1) % FIELDS_OF_EVERY === 0) {
        for (const { field, treatment } of decision.fields) {
          found.fields += 1;
          const shown = findShown(question, field);
          if (shown !== treatment)
            found.disagreements.push(`${field}: ${treatment}, Cedar ${shown}: ${JSON.stringify(one)}`);
        }
      }
    }
  }
  return found;
}
