import { findStandingAt, type KnownVendors } from "@/lib/kernel/vendor-state";

type Found = ReturnType<typeof findStandingAt>;
type Kept = Map<string, Found & { from: number }>;

/** What was found about vendors, as long as the facts are kept: good from the moment asked for until the next change. */
const remembered = new WeakMap<KnownVendors, Kept>();

function keptOf(known: KnownVendors): Kept {
  const own: Kept = remembered.get(known) ?? new Map();
  remembered.set(known, own);
  return own;
}

/** A vendor's standing at a moment and what it changes to next; worked out once for each set of facts. */
export function recallStanding(vendorId: string, known: KnownVendors, at: number): Found {
  const own = keptOf(known);
  const before = own.get(vendorId);
  if (before !== undefined && before.from <= at && (before.next === null || at < before.next.from)) return before;
  const found = findStandingAt(vendorId, known, at);
  own.set(vendorId, { ...found, from: at });
  return found;
}

/** These vendors and all that work through them, before or after a change. */
function listInFront(ids: readonly string[], worlds: readonly KnownVendors[]): Set<string> {
  const front = new Map<string, string[]>();
  for (const known of worlds)
    for (const { id, subprocessors } of known.values())
      for (const behind of subprocessors) front.set(behind.id, [...(front.get(behind.id) ?? []), id]);
  const found = new Set(ids);
  for (const id of found) for (const one of front.get(id) ?? []) found.add(one);
  return found;
}

/** Takes over what was found for facts of which only some vendors changed: of those, and of all in front of them, it is found anew. */
export function keepStandings(before: KnownVendors, after: KnownVendors, changed: readonly string[]): void {
  const kept = remembered.get(before);
  if (kept === undefined) return;
  const stale = listInFront(changed, [before, after]);
  remembered.set(after, new Map([...kept].filter(([id]) => !stale.has(id))));
}
