import { reader } from "@/lib/db/reader";
import type { AccessFlag, AccessItemKind } from "@/lib/kernel/access-item-state";
import type { FindingKind } from "@/lib/kernel/find-scope-findings";
import type { Role } from "@/lib/kernel/vocabulary";
import { type JudgedScope, judgeScopes } from "@/lib/insights/judge-scopes";

const DAY_MS = 86_400_000;
const QUIET_DAYS = 90;

export type Granted = {
  kind: AccessItemKind;
  subjectId: string;
  label: string;
  flags: readonly (AccessFlag | FindingKind)[];
  askedId: string | null;
};

const MAY_DECIDE: readonly Role[] = ["admin", "steward"];

/** Who is asked: the person who answers for it, where they can decide; else whoever may. */
function toAsked(person: { id: string; status: string; roles: Role[] }): string | null {
  return person.status === "active" && person.roles.some((role) => MAY_DECIDE.includes(role)) ? person.id : null;
}

const PERSON = { select: { id: true, status: true, roles: true } } as const;

async function listAgents(scopes: readonly JudgedScope[]): Promise<Granted[]> {
  const agents = await reader().agent.findMany({
    where: { state: "active" },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, sponsor: PERSON },
  });
  return agents.map(({ id, name, sponsor }) => ({
    kind: "agent",
    subjectId: id,
    label: name,
    flags: [
      ...(sponsor.status === "active" ? [] : (["sponsor_absent"] as const)),
      ...(scopes.some(({ agent }) => agent.id === id) ? [] : (["no_live_scope"] as const)),
    ],
    askedId: toAsked(sponsor),
  }));
}

async function listScopes(scopes: readonly JudgedScope[]): Promise<Granted[]> {
  const agents = await reader().agent.findMany({
    where: { id: { in: scopes.map(({ agent }) => agent.id) } },
    select: { id: true, owner: PERSON },
  });
  const owners = new Map(agents.map(({ id, owner }) => [id, toAsked(owner)]));
  return scopes.map(({ id, agent, dataset, findings }) => ({
    kind: "scope",
    subjectId: id,
    label: `${agent.name} on ${dataset.name}`,
    flags: findings.map(({ kind }) => kind),
    askedId: owners.get(agent.id) ?? null,
  }));
}

async function listRoles(now: Date): Promise<Granted[]> {
  const since = new Date(now.getTime() - QUIET_DAYS * DAY_MS);
  const people = await reader().person.findMany({
    where: { status: "active", roles: { isEmpty: false } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      roles: true,
      createdAt: true,
      sessions: { where: { lastSeenAt: { gt: since } }, take: 1, select: { id: true } },
    },
  });
  return people.map(({ id, name, roles, createdAt, sessions }) => ({
    kind: "roles",
    subjectId: id,
    label: `${name}: ${roles.join(", ")}`,
    flags: [
      ...(sessions.length === 0 && createdAt < since ? (["not_signed_in_lately"] as const) : []),
      ...(roles.length > 1 ? (["several_roles"] as const) : []),
    ],
    askedId: null,
  }));
}

/** All that is granted now. */
export async function listGranted(now: Date): Promise<Granted[]> {
  const scopes = await judgeScopes({}, now);
  return [...(await listAgents(scopes)), ...(await listScopes(scopes)), ...(await listRoles(now))];
}
