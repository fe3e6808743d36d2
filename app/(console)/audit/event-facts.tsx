import { paths } from "@/app/(console)/paths";
import { InlineCode } from "@/components/ui/code-block";
import type { KeyValue } from "@/components/ui/key-value-list";
import { ExactTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { EventDetail } from "@/lib/audit/get-event";
import type { AgentId, DatasetId, ScopeId, SourceId } from "@/lib/kernel/ids";

function textOf(event: object, key: string): string | null {
  const value = Object.entries(event).find(([name]) => name === key)?.[1] as unknown;
  return typeof value === "string" && value !== "" ? value : null;
}

function listOf(event: object, key: string): string | null {
  const value = Object.entries(event).find(([name]) => name === key)?.[1] as unknown;
  return Array.isArray(value) && value.length > 0 ? value.join(", ") : null;
}

const DOORS: Record<string, string> = { read: "HTTP read", evaluation: "AuthZEN evaluation", mcp: "MCP" };

const SUBJECTS_SHOWN = 10;

function subjectsOf(event: object): string[] {
  const value: unknown = Reflect.get(event, "subjects");
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Customers by their pseudonyms, each leading to everybody who saw that customer. */
function Subjects({ subjects }: { subjects: readonly string[] }) {
  return (
    <ul>
      {subjects.slice(0, SUBJECTS_SHOWN).map((subject) => (
        <li key={subject}>
          <TextLink href={paths.whoSaw({ subject })} prefetch={false} className="break-all font-mono text-xs">
            {subject}
          </TextLink>
        </li>
      ))}
      {subjects.length > SUBJECTS_SHOWN && <li>and {subjects.length - SUBJECTS_SHOWN} more, in the text below</li>}
    </ul>
  );
}

/** What an event names, each with a way to it. */
export function toFacts({ event, agentName, datasetName }: EventDetail): KeyValue[] {
  const agentId = textOf(event, "agentId");
  const datasetId = textOf(event, "datasetId");
  const sourceId = textOf(event, "sourceId");
  const scopeId = textOf(event, "scopeId");
  const purpose = textOf(event, "purpose");
  const door = textOf(event, "door");
  const filters = listOf(event, "filterFields");
  const orders = listOf(event, "orderFields");
  const subjects = subjectsOf(event);
  const facts: (KeyValue | false | "" | null)[] = [
    agentId && {
      label: "Agent",
      value: <TextLink href={paths.agent(agentId as AgentId)}>{agentName ?? agentId}</TextLink>,
    },
    datasetId && {
      label: "Dataset",
      value: <TextLink href={paths.dataset(datasetId as DatasetId)}>{datasetName ?? datasetId}</TextLink>,
    },
    sourceId && {
      label: "Source",
      value: <TextLink href={paths.source(sourceId as SourceId)}>Open the source</TextLink>,
    },
    scopeId && {
      label: "Scope",
      value: <TextLink href={paths.scope(scopeId as ScopeId)}>{`Scope ${scopeId.slice(-6)}`}</TextLink>,
    },
    purpose && { label: "Purpose", value: <InlineCode>{purpose}</InlineCode> },
    door && { label: "Door", value: DOORS[door] ?? door },
    filters && { label: "Filtered on", value: filters },
    orders && { label: "Ordered by", value: orders },
    subjects.length > 0 && {
      label: subjects.length === 1 ? "Customer" : "Customers",
      value: <Subjects subjects={subjects} />,
    },
    { label: "Time", value: <ExactTime at={event.at} /> },
    event.address === null ? null : { label: "Address", value: event.address },
    {
      label: "Request",
      value: (
        <TextLink href={paths.audit({ request: event.requestId })} className="font-mono text-xs break-all">
          {event.requestId}
        </TextLink>
      ),
    },
    { label: "Event", value: <span className="font-mono text-xs break-all">{event.id}</span> },
  ];
  return facts.filter((fact) => typeof fact === "object" && fact !== null);
}
