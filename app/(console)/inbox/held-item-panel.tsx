import {
  answerAction,
  approveAction,
  askAction,
  claimAction,
  correctAction,
  handOverAction,
  letGoAction,
  rejectAction,
  revealAction,
  revokeReleaseAction,
  takeOverAction,
} from "@/app/(console)/inbox/actions";
import { paths } from "@/app/(console)/paths";
import { HeldItem } from "@/components/reviews/held-item";
import { Callout } from "@/components/ui/callout";
import { isPermitted } from "@/lib/identity/authorize";
import type { SignedInContext } from "@/app/session";
import { DomainError } from "@/lib/kernel/domain-error";
import { getHeldItem, type HeldItemDetail } from "@/lib/reviews/get-held-item";
import { listReviewerChoices } from "@/lib/reviews/list-reviewer-choices";

const ACTIONS = {
  claim: claimAction,
  letGo: letGoAction,
  approve: approveAction,
  reject: rejectAction,
  ask: askAction,
  answer: answerAction,
  handOver: handOverAction,
  takeOver: takeOverAction,
  correct: correctAction,
  revokeRelease: revokeReleaseAction,
  reveal: revealAction,
} as const;

/** The item, or null where there is none of this id: the list beside it is still worth reading. */
async function foundItem(ctx: SignedInContext, itemId: string): Promise<HeldItemDetail | null> {
  try {
    return await getHeldItem(ctx, itemId);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}

/** One held item, opened beside the list. That it was opened is an event. */
export async function HeldItemPanel({
  ctx,
  itemId,
  queues,
}: {
  ctx: SignedInContext;
  itemId: string;
  queues: readonly { id: string; name: string }[];
}) {
  const item = await foundItem(ctx, itemId);
  if (item === null) {
    return (
      <Callout tone="warn" title="There is no such item.">
        The address names one that was never held.
      </Callout>
    );
  }
  const mayOpenLog = isPermitted(ctx.actor, "audit:read");
  const others = (await listReviewerChoices(ctx)).filter(({ id }) => id !== ctx.actor.personId);
  const toChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <HeldItem
      // Another item starts with nothing revealed and nothing half written.
      key={item.id}
      item={{
        ...item,
        reads: item.reads.map((read) => ({ ...read, href: mayOpenLog ? paths.event(read.eventId) : null })),
        similar: item.similar.map((each) => ({ ...each, href: paths.heldItem(each.id) })),
      }}
      actions={ACTIONS}
      viewerId={ctx.actor.personId}
      colleagues={others.map(toChoice)}
      successors={others.filter(({ kinds }) => item.kinds.every((kind) => kinds.includes(kind))).map(toChoice)}
      queues={queues.filter(({ id }) => id !== item.queue.id).map(toChoice)}
    />
  );
}
