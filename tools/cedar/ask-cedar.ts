import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import type { AccessRequest } from "@/lib/kernel/access";
import { FIELDS } from "@/lib/kernel/policy-fixture";
import { type FieldTreatment, TREATMENTS } from "@/lib/kernel/vocabulary";
import type { World } from "./make-world";
import { writePolicies } from "./write-policies";

type Context = Parameters<typeof statefulIsAuthorized>[0]["context"];
type Question = { world: World; request: AccessRequest; now: number };
const POLICIES = "world";

function toCase(claim: AccessRequest["case"]): Context[string] {
  const none = { agent: "", domain: "", isClosed: false, expiresAt: 0 };
  if (claim === null || claim === "unknown") return { kind: claim ?? "none", ...none };
  const { agentId: agent, tokenDomain: domain, isClosed, expiresAt } = claim;
  return { kind: "claim", agent, domain, isClosed, expiresAt };
}

function toContext({ world, request, now }: Question): Context {
  const holders = ["a", ...world.scopes.map(({ scopeId }) => scopeId)];
  return {
    now,
    key: request.keyId,
    dataset: request.dataset,
    purpose: request.purpose,
    asked: [...(request.fields ?? [])],
    steer: [...request.filterFields, ...request.orderFields],
    // Without a limit the default is never too high.
    limit: request.limit ?? 0,
    case: toCase(request.case),
    used: Object.fromEntries(holders.map((id) => [id, request.rowsUsed.get(id) ?? 0])),
    field: "",
    level: TREATMENTS.length - 1,
  };
}

function isAllowed(action: "ask" | "show", context: Context): boolean {
  const answer = statefulIsAuthorized({
    principal: { type: "Agent", id: "a" },
    action: { type: "Action", id: action },
    resource: { type: "Dataset", id: "customers" },
    context,
    preparsedPolicySetId: POLICIES,
    entities: [],
  });
  if (answer.type === "failure") throw new Error(`Cedar failed: ${JSON.stringify(answer.errors)}`);
  // A policy that cannot be worked out would silently not count.
  const { errors } = answer.response.diagnostics;
  if (errors.length > 0) throw new Error(`a Cedar policy failed: ${JSON.stringify(errors)}`);
  return answer.response.decision === "allow";
}

/** Reads a world's policies: the questions after it are asked of them. */
export function loadWorld(world: World): void {
  const answer = preparsePolicySet(POLICIES, { staticPolicies: writePolicies(world) });
  if (answer.type === "failure") throw new Error(`Cedar cannot read the policies: ${JSON.stringify(answer.errors)}`);
}

/** Whether Cedar lets the request read: what it asks, and at least one of its fields in some form. */
export function isReadAllowed(question: Question): boolean {
  const context = toContext(question);
  if (!isAllowed("ask", context)) return false;
  return (question.request.fields ?? FIELDS).some((field) => isAllowed("show", { ...context, field }));
}

/** The most open form in which Cedar shows the field. */
export function findShown(question: Question, field: string): FieldTreatment {
  const context = toContext(question);
  return TREATMENTS.find((_, level) => isAllowed("show", { ...context, field, level })) ?? "withheld";
}
