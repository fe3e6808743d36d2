import type { Decided } from "@/lib/audit/list-decisions";
import type { AccessDecision, AgentSnapshot } from "@/lib/kernel/access";
import { decideAccess } from "@/lib/kernel/decide-access";
import { supposeCase } from "@/lib/kernel/suppose-case";
import { type FieldTreatment, strictness } from "@/lib/kernel/vocabulary";

export type FieldImpact = { field: string; more: number; less: number };

export type Replay = {
  requests: number;
  /** Requests that are refused as things stand, and would be answered. */
  newlyAllowed: number;
  /** Requests that are answered as things stand, and would be refused, by the reason. */
  newlyRefused: { [reason: string]: number };
  /** Fields that would be shown more or less openly in requests that are answered both ways. */
  fields: FieldImpact[];
};

const KEY = "replay";

/** The agent as if nothing but its scopes could stand in its way. */
function toReplayed(snapshot: AgentSnapshot): AgentSnapshot {
  const keys = new Map([[KEY, { expiresAt: Number.POSITIVE_INFINITY, isRevoked: false }]]);
  return {
    ...snapshot,
    freezes: { agent: null, sources: new Set<string>() },
    state: "active",
    isSponsorPresent: true,
    keys,
  };
}

function redecide(event: Decided, dataset: string, snapshot: AgentSnapshot, now: number): AccessDecision {
  const names = Object.keys(event.fields);
  const request = {
    keyId: KEY,
    dataset,
    purpose: event.purpose ?? "",
    fields: names.length === 0 ? null : names,
    filterFields: event.filterFields,
    orderFields: event.orderFields,
    limit: event.limit,
    // Which customer a case was about is not in the log; that there was one shows in that it was answered.
    rowsUsed: new Map<string, number>(),
    case: event.decision === "allow" ? supposeCase(snapshot, dataset, "case") : null,
  };
  return decideAccess(request, snapshot, now);
}

const treatmentOf = ({ fields }: AccessDecision, name: string): FieldTreatment =>
  fields.find(({ field }) => field === name)?.treatment ?? "withheld";

function compareFields(before: AccessDecision, after: AccessDecision, counts: Map<string, FieldImpact>): void {
  const names = new Set([...before.fields, ...after.fields].map(({ field }) => field));
  for (const field of names) {
    const step = strictness(treatmentOf(after, field)) - strictness(treatmentOf(before, field));
    if (step === 0) continue;
    const count = counts.get(field) ?? { field, more: 0, less: 0 };
    counts.set(field, { ...count, more: count.more + (step < 0 ? 1 : 0), less: count.less + (step > 0 ? 1 : 0) });
  }
}

/** Decides what was asked of a dataset once by the policy as it is and once as it would be. */
export function replayDecisions(
  events: readonly Decided[],
  dataset: string,
  policies: { now: AgentSnapshot; changed: AgentSnapshot },
  now: number,
): Replay {
  const [before, after] = [toReplayed(policies.now), toReplayed(policies.changed)];
  const fields = new Map<string, FieldImpact>();
  const newlyRefused: { [reason: string]: number } = {};
  let newlyAllowed = 0;
  for (const event of events) {
    const was = redecide(event, dataset, before, now);
    const would = redecide(event, dataset, after, now);
    if (was.effect === "deny" && would.effect === "allow") newlyAllowed += 1;
    if (was.effect === "allow" && would.effect === "deny")
      newlyRefused[would.reason] = (newlyRefused[would.reason] ?? 0) + 1;
    if (was.effect === "allow" && would.effect === "allow") compareFields(was, would, fields);
  }
  const list = [...fields.values()].sort((a, b) => (a.field < b.field ? -1 : 1));
  return { requests: events.length, newlyAllowed, newlyRefused, fields: list };
}
