import type {
  AgentId,
  AssessmentId,
  ChecklistTemplateId,
  DatasetId,
  EventId,
  HeldItemId,
  PolicyWatchId,
  ReviewQueueId,
  ScopeId,
  SecondLookId,
  SourceId,
  TriageRuleId,
  VendorId,
  WebhookEndpointId,
} from "@/lib/kernel/ids";

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** Every address of these pages, in one place. Ids are UUIDs and need no escaping; what is not goes into the query. */
export const paths = {
  overview: () => "/",
  inbox: (query: Query = {}) => withQuery("/inbox", query),
  /** A held item opened beside the list. */
  heldItem: (id: HeldItemId) => withQuery("/inbox", { item: id }),
  alerts: () => "/alerts",
  inboxLive: () => "/inbox/live",
  secondLooks: (
    query: { view?: string | undefined; after?: string | undefined; look?: SecondLookId | undefined } = {},
  ) => withQuery("/inbox/second-looks", query),
  quality: (query: { days?: string | undefined } = {}) => withQuery("/inbox/quality", query),
  settings: () => "/settings",
  triageSettings: () => "/settings/triage",
  newTriageRule: () => "/settings/triage/new",
  triageRule: (id: TriageRuleId) => `/settings/triage/${id}`,
  labelledExamples: () => "/settings/triage/examples",
  reviewSettings: () => "/settings/reviews",
  queueSettings: () => "/settings/queues",
  newQueue: () => "/settings/queues/new",
  queue: (id: ReviewQueueId) => `/settings/queues/${id}`,
  webhookSettings: () => "/settings/webhooks",
  newWebhook: () => "/settings/webhooks/new",
  webhook: (id: WebhookEndpointId) => `/settings/webhooks/${id}`,
  agents: (query: { state?: string } = {}) => withQuery("/agents", query),
  newAgent: () => "/agents/new",
  agent: (id: AgentId) => `/agents/${id}`,
  agentScopes: (id: AgentId) => `/agents/${id}/scopes`,
  agentKeys: (id: AgentId) => `/agents/${id}/keys`,
  agentActivity: (id: AgentId) => `/agents/${id}/activity`,
  agentReviews: (id: AgentId) => `/agents/${id}/reviews`,
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
  account: () => "/account",
  notices: () => "/account/notices",
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
