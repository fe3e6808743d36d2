import type { EventChoices } from "@/components/audit/events-table";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";
import { ACTION_TITLES } from "@/lib/audit/stored-event";
import { listDatasets } from "@/lib/catalog/list-datasets";
import type { RequestContext } from "@/lib/identity/request-context";
import { listPeople } from "@/lib/people/list-people";

/** What the log can be filtered by, by name. */
export async function listEventChoices(ctx: RequestContext): Promise<EventChoices> {
  const [agents, people, datasets] = await Promise.all([
    listAgentChoices(ctx),
    listPeople(ctx, { limit: 200 }),
    listDatasets(ctx, { limit: 500 }),
  ]);
  const toChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    actions: Object.entries(ACTION_TITLES).map(([value, label]) => ({ value, label })),
    agents: agents.map(toChoice),
    people: people.rows.map(toChoice),
    datasets: datasets.rows.map(toChoice),
  };
}
