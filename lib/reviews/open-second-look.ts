import { record } from "@/lib/audit/record";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, SecondLookId } from "@/lib/kernel/ids";
import type { Channel } from "@/lib/kernel/vocabulary";
import { isUuid } from "@/lib/runtime/is-uuid";
import type { HeldItemDetail } from "./get-held-item";
import { unsealContent } from "./held-content";
import { loadViewer } from "./internal/load-viewer";
import { findLookObstacle } from "./internal/lock-second-look";
import { hidePersonalData } from "./internal/mask-values";
import { toThread } from "./internal/to-thread";

export type SecondLookDetail = {
  id: SecondLookId;
  agent: { id: AgentId; name: string };
  channel: Channel;
  language: string | null;
  createdAt: Date;
  lookedAt: Date | null;
  thread: HeldItemDetail["thread"];
  /** Why the viewer may not say what it is, or null. */
  obstacle: string | null;
};

async function loadLook(lookId: string) {
  const look = isUuid(lookId)
    ? await reader().secondLook.findUnique({
        where: { id: lookId },
        select: {
          id: true,
          contentSealed: true,
          createdAt: true,
          lookedAt: true,
          submission: {
            select: {
              channel: true,
              language: true,
              agent: { select: { id: true, name: true, ownerId: true, sponsorId: true } },
            },
          },
        },
      })
    : null;
  if (look === null) throw new DomainError("not_found", "There is no such message to look at.");
  return look;
}

/** A message that triage let proceed, with customers' values masked. That somebody opened it is an event, stored first. */
export async function openSecondLook(ctx: RequestContext, lookId: string): Promise<SecondLookDetail> {
  authorize(ctx, "second_look:give");
  const viewer = await loadViewer(ctx);
  const { id, contentSealed, createdAt, lookedAt, submission } = await loadLook(lookId);
  const { agent, channel, language } = submission;
  await record(ctx, [{ action: "second_look.opened", secondLookId: id, agentId: agent.id }]);
  const content = unsealContent(contentSealed, "second_look", id);
  return {
    id: id as SecondLookId,
    agent: { id: agent.id as AgentId, name: agent.name },
    channel,
    language,
    createdAt,
    lookedAt,
    thread: toThread(content, [], hidePersonalData(content.subject?.id ?? null)),
    obstacle: findLookObstacle(viewer, agent)?.sentence ?? null,
  };
}
