import { reader } from "@/lib/db/reader";
import { isUuid } from "@/lib/runtime/is-uuid";

type Refs = { actorKind: string; actorId: string | null; agentId: string | null; datasetId: string | null };

export type EventNames = {
  actor: (event: Pick<Refs, "actorKind" | "actorId">) => string | null;
  agent: (id: string | null) => string | null;
  dataset: (id: string | null) => string | null;
};

function toIds(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null).filter(isUuid);
}

/** Today's names of the people, agents and datasets that events point to; the events themselves hold ids only. */
export async function findEventNames(events: readonly Refs[]): Promise<EventNames> {
  const select = { id: true, name: true } as const;
  const actorIds = (kind: string) => events.filter((event) => event.actorKind === kind).map((event) => event.actorId);
  const [people, agents, datasets] = await Promise.all([
    reader().person.findMany({ where: { id: { in: toIds(actorIds("person")) } }, select }),
    reader().agent.findMany({
      where: { id: { in: toIds([...events.map((event) => event.agentId), ...actorIds("agent")]) } },
      select,
    }),
    reader().dataset.findMany({ where: { id: { in: toIds(events.map((event) => event.datasetId)) } }, select }),
  ]);
  const nameIn = (rows: readonly { id: string; name: string }[], id: string | null) =>
    rows.find((row) => row.id === id)?.name ?? null;
  return {
    actor: ({ actorKind, actorId }) => {
      if (actorKind === "person") return nameIn(people, actorId);
      return actorKind === "agent" ? nameIn(agents, actorId) : actorId;
    },
    agent: (id) => nameIn(agents, id),
    dataset: (id) => nameIn(datasets, id),
  };
}
