import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, PersonId, SecondLookId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { Channel } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadViewer } from "./internal/load-viewer";
import { findLookObstacle } from "./internal/lock-second-look";

const PAGE_SIZE = 50;

export const ListSecondLooksInput = z.object({
  view: z.enum(["waiting", "looked"]).default("waiting"),
  /** The id of the last look of the page before. */
  after: z.uuid("must be the next of another page").optional(),
});
export type ListSecondLooksInput = z.input<typeof ListSecondLooksInput>;

export type SecondLookRow = {
  id: SecondLookId;
  agent: { id: AgentId; name: string };
  channel: Channel;
  language: string | null;
  createdAt: Date;
  /** Null while it waits. */
  looked: { by: { id: PersonId; name: string }; at: Date; kinds: TriageKind[] } | null;
  /** Why the viewer may not look, or null. */
  obstacle: string | null;
};

export type SecondLookPage = { rows: SecondLookRow[]; next: string | null };

/** Messages that triage let proceed and that were drawn for a person: those that wait, the oldest first; those looked at, the newest first. */
export async function listSecondLooks(ctx: RequestContext, input: ListSecondLooksInput): Promise<SecondLookPage> {
  authorize(ctx, "second_look:give");
  const { view, after } = parseInput(ListSecondLooksInput, input);
  const viewer = await loadViewer(ctx);
  const isWaiting = view === "waiting";
  const found = await reader().secondLook.findMany({
    where: {
      lookedAt: isWaiting ? null : { not: null },
      ...(after !== undefined && { id: isWaiting ? { gt: after } : { lt: after } }),
    },
    orderBy: { id: isWaiting ? "asc" : "desc" },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      createdAt: true,
      kinds: true,
      lookedAt: true,
      lookedBy: { select: { id: true, name: true } },
      submission: {
        select: {
          channel: true,
          language: true,
          agent: { select: { id: true, name: true, ownerId: true, sponsorId: true } },
        },
      },
    },
  });
  const rows = found.slice(0, PAGE_SIZE).map(({ id, createdAt, kinds, lookedAt, lookedBy, submission }) => {
    const { channel, language, agent } = submission;
    const by = lookedBy === null ? null : { id: lookedBy.id as PersonId, name: lookedBy.name };
    return {
      id: id as SecondLookId,
      agent: { id: agent.id as AgentId, name: agent.name },
      channel,
      language,
      createdAt,
      looked: by === null || lookedAt === null ? null : { by, at: lookedAt, kinds },
      obstacle: findLookObstacle(viewer, agent)?.sentence ?? null,
    };
  });
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null };
}
