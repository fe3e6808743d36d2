import { suggestTreatment } from "./suggest-treatment";
import { SENSITIVITIES, SENSITIVITY_OF } from "./vendor-vocabulary";
import { type Category, type FieldTreatment, strictness, type Treatment } from "./vocabulary";

const DAY_MS = 86_400_000;
/** A scope or a version younger than this is not said to be unused. */
const GRACE_DAYS = 14;
export const UNUSED_DAYS = 30;
export const LATE_DAYS = 180;
export const SOONER_DAYS = 90;
export const LARGE_ROWS = 1_000;
/** With fewer to compare with, being different says nothing. */
const PEERS_MIN = 2;

export type UsedField = { name: string; treatment: Treatment; category: Category; lastAt: number | null };

/** One live scope as it is granted and used. Times are milliseconds since the epoch. */
export type ScopeInUse = {
  /** When the version in force was made. */
  since: number;
  expiresAt: number;
  lastAt: number | null;
  fields: readonly UsedField[];
  /** Whether a row bound or a case keeps it to some rows. */
  isBounded: boolean;
  rowEstimate: number | null;
  /** What other agents' live scopes on the dataset grant that share a purpose with it. */
  peers: readonly ReadonlyMap<string, Treatment>[];
};

export const FINDING_KINDS = [
  "never_used",
  "unused",
  "fields_never_used",
  "fields_unused",
  "sensitive_in_clear",
  "ends_late",
  "unbounded",
  "broader_than_peers",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What one click would do. Each only takes away. */
export type Narrowing =
  | { kind: "end" }
  | { kind: "take"; fields: readonly string[] }
  | { kind: "treat"; fields: Readonly<Record<string, Treatment>> }
  | { kind: "sooner"; days: number };

/** `narrowing` is null where a person has to think about how. */
export type ScopeFinding = { kind: FindingKind; fields: readonly string[]; narrowing: Narrowing | null };

function isSensitive(category: Category): boolean {
  return SENSITIVITIES.indexOf(SENSITIVITY_OF[category]) >= SENSITIVITIES.indexOf("personal");
}

/** How a field in clear would be shown instead: as is suggested for its category, redacted where nothing of it should be. */
function toStricter(category: Category): Treatment {
  const suggested = suggestTreatment(category);
  return suggested === "withheld" || suggested === "clear" ? "redact" : suggested;
}

function findUnused({ since, lastAt, fields }: ScopeInUse, now: number): ScopeFinding[] {
  if (since > now - GRACE_DAYS * DAY_MS) return [];
  const limit = now - UNUSED_DAYS * DAY_MS;
  if (lastAt === null) return [{ kind: "never_used", fields: [], narrowing: { kind: "end" } }];
  if (lastAt < limit) return [{ kind: "unused", fields: [], narrowing: { kind: "end" } }];
  const never = fields.filter((field) => field.lastAt === null).map(({ name }) => name);
  const lately = fields.filter((field) => field.lastAt !== null && field.lastAt < limit).map(({ name }) => name);
  return [
    ...toTaken("fields_never_used", never, fields.length),
    ...(since < limit ? toTaken("fields_unused", lately, fields.length) : []),
  ];
}

function toTaken(kind: FindingKind, names: readonly string[], granted: number): ScopeFinding[] {
  if (names.length === 0) return [];
  const narrowing: Narrowing = names.length === granted ? { kind: "end" } : { kind: "take", fields: names };
  return [{ kind, fields: names, narrowing }];
}

function findSensitive({ fields }: ScopeInUse): ScopeFinding[] {
  const open = fields.filter(({ treatment, category }) => treatment === "clear" && isSensitive(category));
  if (open.length === 0) return [];
  const treat = Object.fromEntries(open.map(({ name, category }) => [name, toStricter(category)]));
  return [
    {
      kind: "sensitive_in_clear",
      fields: open.map(({ name }) => name),
      narrowing: { kind: "treat", fields: treat },
    },
  ];
}

function findBroader({ fields, peers }: ScopeInUse): ScopeFinding[] {
  if (peers.length < PEERS_MIN) return [];
  const strictnessOf = (peer: ReadonlyMap<string, Treatment>, name: string) => {
    const treatment: FieldTreatment = peer.get(name) ?? "withheld";
    return strictness(treatment);
  };
  const alone = fields
    .filter(({ name, treatment }) => peers.every((peer) => strictnessOf(peer, name) > strictness(treatment)))
    .map(({ name }) => name);
  return toTaken("broader_than_peers", alone, fields.length);
}

/** What about a scope asks for a second thought, the most telling first. Nothing about a use that the log does not show. */
export function findScopeFindings(scope: ScopeInUse, now: number): ScopeFinding[] {
  const { expiresAt, isBounded, rowEstimate } = scope;
  const isLate = expiresAt > now + LATE_DAYS * DAY_MS;
  const isWide = !isBounded && rowEstimate !== null && rowEstimate >= LARGE_ROWS;
  return [
    ...findUnused(scope, now),
    ...findSensitive(scope),
    ...findBroader(scope),
    ...(isLate ? [{ kind: "ends_late", fields: [], narrowing: { kind: "sooner", days: SOONER_DAYS } } as const] : []),
    ...(isWide ? [{ kind: "unbounded", fields: [], narrowing: null } as const] : []),
  ];
}
