import type { Use } from "@/lib/audit/list-uses";

export type UseSum = {
  /** Who it was: an agent, or a person. */
  kind: "agent" | "person" | "system";
  id: string | null;
  name: string | null;
  reads: number;
  rows: number;
  firstAt: Date;
  lastAt: Date;
  purposes: string[];
  datasets: { id: string | null; name: string | null; rows: number }[];
  /** Each field with every way in which it was shown. */
  fields: { [field: string]: string[] };
};

const add = <T>(list: T[], one: T): void => {
  if (!list.includes(one)) list.push(one);
};

function begin(use: Use): UseSum {
  const isAgent = use.agentId !== null;
  return {
    kind: isAgent ? "agent" : use.actorKind === "person" ? "person" : "system",
    id: isAgent ? use.agentId : use.actorId,
    name: isAgent ? use.agentName : use.actorName,
    reads: 0,
    rows: 0,
    firstAt: use.at,
    lastAt: use.at,
    purposes: [],
    datasets: [],
    fields: {},
  };
}

/** What each agent and person used, from their uses newest first: the short answer above the timeline. */
export function sumUses(uses: readonly Use[]): UseSum[] {
  const sums = new Map<string, UseSum>();
  for (const use of uses) {
    const key = use.agentId ?? use.actorId ?? use.actorKind;
    const sum = sums.get(key) ?? begin(use);
    sums.set(key, sum);
    const rows = use.rowCount ?? 0;
    sum.reads += 1;
    sum.rows += rows;
    sum.firstAt = use.at < sum.firstAt ? use.at : sum.firstAt;
    sum.lastAt = use.at > sum.lastAt ? use.at : sum.lastAt;
    if (use.purpose !== null) add(sum.purposes, use.purpose);
    const dataset = sum.datasets.find(({ id }) => id === use.datasetId);
    if (dataset === undefined) sum.datasets.push({ id: use.datasetId, name: use.datasetName, rows });
    else dataset.rows += rows;
    for (const [field, treatment] of Object.entries(use.fields)) add((sum.fields[field] ??= []), treatment);
  }
  return [...sums.values()].sort((a, b) => b.reads - a.reads);
}
