import type { Json } from "@/lib/kernel/canonical-json";
import type { StoredEvent } from "@/lib/audit/stored-event";

/** Open Cybersecurity Schema Framework, https://schema.ocsf.io/1.8.0. */
const OCSF_VERSION = "1.8.0";
const CLASSES = { authentication: 3002, entity: 3004, api: 6003, datastore: 6005 } as const;
type ClassName = keyof typeof CLASSES;
type Facts = { [name: string]: Json | undefined };
type Classified = { name: ClassName; activity: number; facts: Facts };

const SEVERITY = { informational: 1, medium: 3, critical: 5 } as const;
const CREATE = 1;
const READ = 2;
const UPDATE = 3;
const DELETE = 4;
const LOGON = 1;
const LOGOFF = 2;
const DATASTORE = { read: 1, query: 4 } as const;

const SERVICE = { name: "Gatehouse" };
const ENTITIES = new Map([
  ["person", "personId"],
  ["one_time_link", "linkId"],
  ["source", "sourceId"],
  ["dataset", "datasetId"],
  ["field", "datasetId"],
  ["agent", "agentId"],
  ["agent_key", "keyId"],
  ["scope", "scopeId"],
  ["purpose", "code"],
  ["webhook", "endpointId"],
  ["review_queue", "queueId"],
  ["triage_rule", "ruleId"],
]);
const VERBS: readonly (readonly [RegExp, number])[] = [
  [/\.(added|registered|issued|granted|connected|defined|made|discovered)$/, CREATE],
  [/\.(removed|revoked|vanished|disabled)$/, DELETE],
  [/\.(tested|previewed|used)$/, READ],
];

const textOf = (event: StoredEvent, key: string): string | undefined => {
  const value: unknown = Reflect.get(event, key);
  return typeof value === "string" ? value : undefined;
};

function classifyAccess(event: StoredEvent): Classified {
  const uid = textOf(event, "datasetId");
  if (uid === undefined) return { name: "api", activity: READ, facts: {} };
  const name = textOf(event, "dataset");
  const facts = { table: { uid, ...(name === undefined ? {} : { name }) }, type_id: 3 };
  return { name: "datastore", activity: event.action === "access.completed" ? DATASTORE.read : DATASTORE.query, facts };
}

function classifySignIn(event: StoredEvent): Classified {
  const uid = textOf(event, "personId") ?? textOf(event, "agentId") ?? textOf(event, "accountRef");
  const user = uid === undefined ? { name: "unknown" } : { uid };
  const activity = event.action === "session.ended" ? LOGOFF : LOGON;
  return { name: "authentication", activity, facts: { user, service: SERVICE, is_remote: true } };
}

function classifyChange(event: StoredEvent, domain: string, idKey: string): Classified {
  const activity = VERBS.find(([verb]) => verb.test(event.action))?.[1] ?? UPDATE;
  const after: unknown = Reflect.get(event, "after");
  const uid = textOf(event, idKey) ?? (after === null ? undefined : textOf(Object(after) as StoredEvent, idKey));
  return {
    name: "entity",
    activity,
    facts: { entity: { type: domain, uid: uid ?? event.id }, comment: textOf(event, "note") },
  };
}

const SIGN_INS = ["session.started", "session.refreshed", "session.ended", "sign_in.refused", "access.unauthenticated"];

function classify(event: StoredEvent): Classified {
  if (event.action === "access.decided" || event.action === "access.completed") return classifyAccess(event);
  if (SIGN_INS.includes(event.action)) return classifySignIn(event);
  const [domain = ""] = event.action.split(".");
  const idKey = ENTITIES.get(domain);
  return idKey === undefined ? { name: "api", activity: READ, facts: {} } : classifyChange(event, domain, idKey);
}

function toActor({ actor, onBehalfOf }: StoredEvent): Facts {
  const behalf = onBehalfOf === undefined ? {} : { invoked_by: onBehalfOf };
  if (actor.kind === "system") return { app_name: `gatehouse-${actor.id ?? "system"}`, ...behalf };
  const user = actor.id === null ? { name: "unknown" } : { uid: actor.id, type: actor.kind };
  return { user, ...behalf };
}

/** Whether it came out as it was asked; a refusal is a failure. */
function hasFailed(event: StoredEvent): boolean {
  if (textOf(event, "decision") === "deny" || textOf(event, "outcome") === "failed") return true;
  return /\.(refused|rejected|unauthenticated|failed)$/.test(event.action);
}

function toSeverity(event: StoredEvent): number {
  if (event.action === "log.alarm_raised") return SEVERITY.critical;
  return hasFailed(event) ? SEVERITY.medium : SEVERITY.informational;
}

const COMMON = ["id", "at", "actor", "requestId", "address", "traceId", "onBehalfOf"];

/** An event as one of OCSF's classes, with every attribute that the class requires; what has no place there is in `unmapped`. */
export function toOcsf(event: StoredEvent, entry: number): Facts {
  const { name, activity, facts } = classify(event);
  const classUid = CLASSES[name];
  const isFailed = hasFailed(event);
  const operation = { operation: event.action, request: { uid: event.requestId }, service: SERVICE };
  return {
    class_uid: classUid,
    category_uid: Math.floor(classUid / 1_000),
    activity_id: activity,
    type_uid: classUid * 100 + activity,
    time: new Date(event.at).getTime(),
    severity_id: toSeverity(event),
    status_id: isFailed ? 2 : 1,
    status_detail: textOf(event, "reason"),
    message: event.action,
    metadata: {
      version: OCSF_VERSION,
      product: { name: "Gatehouse", vendor_name: "Gatehouse" },
      log_name: "gatehouse.audit",
      uid: event.id,
      sequence: entry,
      correlation_uid: event.requestId,
      profiles: [],
    },
    actor: toActor(event),
    src_endpoint: event.address === null ? { name: "gatehouse" } : { ip: event.address },
    ...(name === "api" ? { api: operation } : {}),
    ...facts,
    unmapped: {
      ...Object.fromEntries(Object.entries(event).filter(([key]) => !COMMON.includes(key))),
      ...(event.traceId === undefined ? {} : { traceId: event.traceId }),
    } as Json,
  };
}
