import type { AgentId, DatasetId, EventId, ScopeId, SourceId } from "@/lib/kernel/ids";

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** Every address of these pages, in one place. Ids are UUIDs and need no escaping; what is not goes into the query. */
export const paths = {
  overview: () => "/",
  agents: (query: { state?: string } = {}) => withQuery("/agents", query),
  newAgent: () => "/agents/new",
  agent: (id: AgentId) => `/agents/${id}`,
  agentScopes: (id: AgentId) => `/agents/${id}/scopes`,
  agentKeys: (id: AgentId) => `/agents/${id}/keys`,
  agentActivity: (id: AgentId) => `/agents/${id}/activity`,
  changeAgent: (id: AgentId) => `/agents/${id}/change`,
  data: () => "/data",
  sources: () => "/data/sources",
  newSource: () => "/data/sources/new",
  source: (id: SourceId) => `/data/sources/${id}`,
  changeSource: (id: SourceId) => `/data/sources/${id}/change`,
  dataset: (id: DatasetId) => `/data/${id}`,
  datasetAccess: (id: DatasetId) => `/data/${id}/access`,
  /** A field opened beside its dataset: who can see it. */
  field: (id: DatasetId, field: string) => withQuery(`/data/${id}`, { field }),
  scopes: () => "/scopes",
  newScope: (query: { agent?: AgentId; dataset?: DatasetId } = {}) => withQuery("/scopes/new", query),
  scope: (id: ScopeId) => `/scopes/${id}`,
  changeScope: (id: ScopeId) => `/scopes/${id}/change`,
  audit: (query: { agent?: AgentId; request?: string } = {}) => withQuery("/audit", query),
  event: (id: EventId) => withQuery("/audit", { event: id }),
  whoSaw: (query: { subject?: string; after?: string } = {}) => withQuery("/audit/who-saw", query),
  agentSaw: (query: { agent?: AgentId; time?: string; after?: string } = {}) => withQuery("/audit/agent-saw", query),
  exports: () => "/audit/exports",
  exportFile: (id: string) => `/audit/exports/${id}/file`,
  streams: () => "/audit/streams",
  log: () => "/audit/log",
} as const;
