import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { toContained } from "@/lib/db/to-contained";
import { authorize, isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, DatasetId, EventId, HeldItemId, PersonId, SourceId, VendorId } from "@/lib/kernel/ids";
import { isUuid } from "@/lib/runtime/is-uuid";
import { parseInput } from "@/lib/runtime/parse-input";

const EACH_MAX = 6;

export const FindAnythingInput = z.object({ query: z.string().trim().min(1, "is required").max(100) });
export type FindAnythingInput = z.input<typeof FindAnythingInput>;

export type FoundThing =
  | { kind: "agent"; id: AgentId; label: string; detail: string }
  | { kind: "dataset"; id: DatasetId; label: string; detail: string }
  | { kind: "field"; id: DatasetId; label: string; detail: string }
  | { kind: "source"; id: SourceId; label: string; detail: string }
  | { kind: "vendor"; id: VendorId; label: string; detail: string }
  | { kind: "person"; id: PersonId; label: string; detail: string }
  | { kind: "held_item"; id: HeldItemId; label: string; detail: string }
  | { kind: "event"; id: EventId; label: string; detail: string };

async function findAgents(query: string): Promise<FoundThing[]> {
  const rows = await reader().agent.findMany({
    where: { OR: [{ name: toContained(query) }, ...(isUuid(query) ? [{ id: query }] : [])] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: EACH_MAX,
    select: { id: true, name: true, vendor: { select: { name: true } } },
  });
  return rows.map((row) => ({ kind: "agent", id: row.id as AgentId, label: row.name, detail: row.vendor?.name ?? "" }));
}

async function findData(query: string): Promise<FoundThing[]> {
  const called = toContained(query);
  const [datasets, fields, sources] = await Promise.all([
    reader().dataset.findMany({
      where: { name: called },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: EACH_MAX,
      select: { id: true, name: true, source: { select: { name: true } } },
    }),
    reader().field.findMany({
      where: { name: called, status: { not: "vanished" } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: EACH_MAX,
      select: { name: true, dataset: { select: { id: true, name: true } } },
    }),
    reader().source.findMany({
      where: { name: called },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: EACH_MAX,
      select: { id: true, name: true, host: true },
    }),
  ]);
  return [
    ...datasets.map(({ id, name, source }) => ({
      kind: "dataset" as const,
      id: id as DatasetId,
      label: name,
      detail: source.name,
    })),
    ...fields.map(({ name, dataset }) => ({
      kind: "field" as const,
      id: dataset.id as DatasetId,
      label: name,
      detail: dataset.name,
    })),
    ...sources.map(({ id, name, host }) => ({
      kind: "source" as const,
      id: id as SourceId,
      label: name,
      detail: host,
    })),
  ];
}

/** By name, by service or model as they are written, or by id. */
async function findVendors(query: string): Promise<FoundThing[]> {
  const own = isUuid(query) ? [{ id: query }] : [];
  const rows = await reader().vendor.findMany({
    where: { OR: [{ name: toContained(query) }, { services: { has: query } }, { models: { has: query } }, ...own] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: EACH_MAX,
    select: { id: true, name: true, services: true },
  });
  return rows.map((row) => ({
    kind: "vendor",
    id: row.id as VendorId,
    label: row.name,
    detail: row.services.slice(0, 2).join(", "),
  }));
}

async function findPeople(query: string): Promise<FoundThing[]> {
  const called = toContained(query);
  const rows = await reader().person.findMany({
    where: { OR: [{ name: called }, { email: called }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: EACH_MAX,
    select: { id: true, name: true, email: true },
  });
  return rows.map((row) => ({ kind: "person", id: row.id as PersonId, label: row.name, detail: row.email }));
}

async function findEvent(query: string): Promise<FoundThing[]> {
  if (!isUuid(query)) return [];
  const row = await reader().auditEvent.findUnique({
    where: { id: query },
    select: { id: true, action: true, at: true },
  });
  return row === null
    ? []
    : [{ kind: "event", id: row.id as EventId, label: row.action, detail: row.at.toISOString() }];
}

async function findHeldItem(query: string): Promise<FoundThing[]> {
  if (!isUuid(query)) return [];
  const row = await reader().heldItem.findUnique({
    where: { id: query },
    select: { id: true, kind: true, state: true, agent: { select: { name: true } } },
  });
  if (row === null) return [];
  const label = `Held item of ${row.agent.name}`;
  return [
    {
      kind: "held_item",
      id: row.id as HeldItemId,
      label,
      detail: `${row.kind.replaceAll("_", " ")}, ${row.state}`,
    },
  ];
}

/** What is called so, or has this id, among what the person may see; a few of each kind. */
export async function findAnything(ctx: RequestContext, input: FindAnythingInput): Promise<FoundThing[]> {
  authorize(ctx, "overview:read");
  const { query } = parseInput(FindAnythingInput, input);
  const found = await Promise.all([
    isPermitted(ctx.actor, "agent:read") ? findAgents(query) : [],
    isPermitted(ctx.actor, "catalog:read") ? findData(query) : [],
    isPermitted(ctx.actor, "vendor:read") ? findVendors(query) : [],
    isPermitted(ctx.actor, "person:read") ? findPeople(query) : [],
    isPermitted(ctx.actor, "review:read") ? findHeldItem(query) : [],
    isPermitted(ctx.actor, "audit:read") ? findEvent(query) : [],
  ]);
  return found.flat();
}
