import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/reader";
import { toContained } from "@/lib/db/to-contained";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { SESSION_IDLE_MS } from "@/lib/identity/session-limits";
import type { PersonId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import { ROLES, type Role } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

export const ListPeopleInput = z.object({
  search: z.string().trim().max(100).default(""),
  roles: z.array(z.enum(ROLES)).default([]),
  statuses: z.array(z.enum(["invited", "active", "disabled"])).default([]),
  sort: z.enum(["name", "createdAt"]).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  /** The id of the person that the page stands after or before: `next` or `previous` of another page. */
  cursor: z
    .object({ direction: z.enum(["after", "before"]), value: z.uuid() })
    .nullable()
    .default(null),
  limit: z.int().min(1).max(200).default(50),
});
export type ListPeopleInput = z.input<typeof ListPeopleInput>;

export type PersonStatus = "invited" | "active" | "disabled";
export type PersonRow = {
  id: PersonId;
  name: string;
  email: string;
  status: PersonStatus;
  roles: Role[];
  reviewKinds: TriageKind[];
  createdAt: Date;
  /** Of the sessions that are live now. */
  lastSeenAt: Date | null;
  sessionsLive: number;
};

function toWhere({ search, roles, statuses }: z.output<typeof ListPeopleInput>): Prisma.PersonWhereInput {
  const contains = toContained(search);
  return {
    ...(search !== "" && { OR: [{ name: contains }, { email: contains }] }),
    ...(roles.length > 0 && { roles: { hasSome: roles } }),
    ...(statuses.length > 0 && { status: { in: statuses } }),
  };
}

export type PeoplePage = { rows: PersonRow[]; total: number; next: string | null; previous: string | null };

/** A page of the people who may or might use the console, and how many match in all. */
export async function listPeople(ctx: RequestContext, input: ListPeopleInput): Promise<PeoplePage> {
  authorize(ctx, "person:read");
  const parsed = parseInput(ListPeopleInput, input);
  const { sort, direction, cursor, limit } = parsed;
  const where = toWhere(parsed);
  const isLive = { expiresAt: { gt: ctx.now }, lastSeenAt: { gt: new Date(ctx.now.getTime() - SESSION_IDLE_MS) } };
  const isBackwards = cursor?.direction === "before";
  const [total, found] = await Promise.all([
    reader().person.count({ where }),
    reader().person.findMany({
      where,
      select: {
        id: true,
        name: true,
        email: true,
        status: true,
        roles: true,
        reviewKinds: true,
        createdAt: true,
        sessions: { where: isLive, select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 100 },
      },
      orderBy: [{ [sort]: direction }, { id: direction }],
      ...(cursor && { cursor: { id: cursor.value }, skip: 1 }),
      take: isBackwards ? -(limit + 1) : limit + 1,
    }),
  ]);
  const hasFurther = found.length > limit;
  const shown = isBackwards ? found.slice(hasFurther ? 1 : 0) : found.slice(0, limit);
  const rows = shown.map(({ sessions, id, ...person }) => ({
    ...person,
    id: id as PersonId,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    sessionsLive: sessions.length,
  }));
  const hasNext = isBackwards || hasFurther;
  const hasPrevious = isBackwards ? hasFurther : cursor !== null;
  return { rows, total, next: (hasNext && rows.at(-1)?.id) || null, previous: (hasPrevious && rows[0]?.id) || null };
}
