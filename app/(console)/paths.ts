import type {
  AgentId,
  AssessmentId,
  ChecklistTemplateId,
  DatasetId,
  EventId,
  PolicyWatchId,
  ScopeId,
  SourceId,
  VendorId,
} from "@/lib/kernel/ids";

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
  vendors: () => "/vendors",
  exportVendors: () => "/vendors/export",
  newVendor: () => "/vendors/new",
  vendor: (id: VendorId) => `/vendors/${id}`,
  changeVendor: (id: VendorId) => `/vendors/${id}/change`,
  vendorAssessments: (id: VendorId) => `/vendors/${id}/assessments`,
  vendorDependencies: (id: VendorId) => `/vendors/${id}/dependencies`,
  vendorTexts: (id: VendorId) => `/vendors/${id}/texts`,
  vendorText: (id: VendorId, watch: PolicyWatchId) => `/vendors/${id}/texts/${watch}`,
  assessment: (id: AssessmentId) => `/vendors/assessments/${id}`,
  decideAssessment: (id: AssessmentId) => `/vendors/assessments/${id}/decide`,
  assessmentReport: (id: AssessmentId) => `/vendors/assessments/${id}/report`,
  compareAssessments: (query: { left?: AssessmentId; right?: AssessmentId } = {}) =>
    withQuery("/vendors/compare", query),
  evidence: (fileId: string) => `/vendors/evidence/${fileId}`,
  checklists: () => "/vendors/checklists",
  importChecklist: () => "/vendors/checklists/import",
  checklist: (id: ChecklistTemplateId, query: { version?: string } = {}) =>
    withQuery(`/vendors/checklists/${id}`, query),
  changeChecklist: (id: ChecklistTemplateId) => `/vendors/checklists/${id}/change`,
  exportChecklist: (id: ChecklistTemplateId, format: "yaml" | "csv", number: number) =>
    withQuery(`/vendors/checklists/${id}/export`, { format, number: String(number) }),
  audit: (query: { agent?: AgentId; request?: string } = {}) => withQuery("/audit", query),
  event: (id: EventId) => withQuery("/audit", { event: id }),
} as const;
