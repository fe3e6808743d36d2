"use client";

import {
  Ellipsis,
  Eye,
  Hand,
  MessageCircleQuestion,
  Pencil,
  Tags,
  ThumbsDown,
  ThumbsUp,
  Undo2,
  UserCheck,
  Users,
} from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Form } from "@/components/form/form";
import { useForm } from "@/components/form/form-context";
import { useInbox } from "@/components/reviews/inbox-desk";
import type { Choice, ItemActions } from "@/components/reviews/item-actions";
import {
  ApproveDialog,
  AskDialog,
  CorrectDialog,
  HandOverDialog,
  REVEAL_TO_EDIT,
  RejectDialog,
  RevealDialog,
  toApproveWord,
} from "@/components/reviews/item-dialogs";
import { KeyedButton } from "@/components/reviews/keyed-button";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import type { HeldItemDetail, HeldItemVerb } from "@/lib/reviews/get-held-item";
import type { RevealedHeldItem } from "@/lib/reviews/reveal-held-item";

type DialogName = "approve" | "reject" | "let_go" | "ask" | "hand_over" | "take_over" | "reveal" | "correct" | "revoke";

function toWhy(item: HeldItemDetail, verb: HeldItemVerb): string | null {
  const permit = item.permits[verb];
  return permit.ok ? null : permit.why;
}

/** Sends the form around it, by its key too. */
function SubmitKey(props: Omit<ComponentProps<typeof KeyedButton>, "type" | "isPending">) {
  const { isPending } = useForm();
  return <KeyedButton {...props} type="submit" isPending={isPending} />;
}

/** What can be done with an item. What cannot be done now stays in sight and says why. */
export function ItemToolbar({
  item,
  actions,
  colleagues,
  successors,
  queues,
  viewerId,
  onReveal,
  onEdit,
}: {
  item: HeldItemDetail;
  actions: ItemActions;
  /** Who can be asked. */
  colleagues: readonly Choice[];
  /** Who could decide it instead. */
  successors: readonly Choice[];
  queues: readonly Choice[];
  viewerId: string;
  onReveal: (item: RevealedHeldItem) => void;
  /** Opens the editor; the item is in clear by then. */
  onEdit: () => void;
}) {
  const inbox = useInbox();
  const [open, setOpen] = useState<DialogName | null>(null);
  const frame = (name: DialogName) => ({
    itemId: item.id,
    revision: item.revision,
    isOpen: open === name,
    onClose: () => setOpen(null),
  });
  const why = (verb: HeldItemVerb) => toWhy(item, verb);
  const proposal = item.proposals.at(-1);
  const isMine = item.claimedBy?.id === viewerId;
  const fields = { itemId: item.id, revision: String(item.revision) };
  const editWhy = why("approve") ?? why("reveal") ?? (proposal === undefined ? "There is no draft to edit." : null);
  const confirm = (name: DialogName) => ({
    isOpen: open === name,
    onOpenChange: (next: boolean) => setOpen(next ? name : null),
  });
  return (
    <div
      role="toolbar"
      aria-label="What to do with this item"
      className="sticky -top-4 z-10 -mx-4 flex flex-wrap items-start gap-2 border-line border-y bg-surface px-4 py-2"
    >
      <Form action={actions.claim} className="flex flex-col gap-2 space-y-0">
        <input type="hidden" name="itemId" value={item.id} />
        <SubmitKey
          shortcut="c"
          variant={why("claim") === null && !isMine ? "primary" : "secondary"}
          icon={<Hand aria-hidden />}
          disabledReason={why("claim")}
        >
          {isMine ? "Claim longer" : "Claim"}
        </SubmitKey>
      </Form>
      <KeyedButton
        shortcut="a"
        variant={why("approve") === null ? "primary" : "secondary"}
        icon={<ThumbsUp aria-hidden />}
        aria-haspopup="dialog"
        disabledReason={why("approve") ?? (proposal === undefined ? "There is no draft to approve." : null)}
        onClick={() => setOpen("approve")}
      >
        {toApproveWord(item)}
      </KeyedButton>
      <Form
        action={actions.reveal}
        className="flex flex-col gap-2 space-y-0"
        onOk={(shown) => {
          if (shown === undefined) return;
          onReveal(shown);
          onEdit();
        }}
      >
        <input type="hidden" name="itemId" value={item.id} />
        <input type="hidden" name="preset" value={REVEAL_TO_EDIT} />
        <SubmitKey shortcut="e" icon={<Pencil aria-hidden />} disabledReason={editWhy}>
          Edit
        </SubmitKey>
      </Form>
      <KeyedButton
        shortcut="r"
        icon={<ThumbsDown aria-hidden />}
        aria-haspopup="dialog"
        disabledReason={why("reject")}
        onClick={() => setOpen("reject")}
      >
        Reject
      </KeyedButton>
      <DropdownMenu
        trigger={
          <Button icon={<Ellipsis aria-hidden />} aria-label="More to do with this item">
            More
          </Button>
        }
      >
        <MenuItem
          icon={<MessageCircleQuestion aria-hidden />}
          disabledReason={why("ask")}
          onSelect={() => setOpen("ask")}
        >
          Ask the agent or a colleague
        </MenuItem>
        <MenuItem icon={<Users aria-hidden />} disabledReason={why("hand_over")} onSelect={() => setOpen("hand_over")}>
          Hand it over
        </MenuItem>
        <MenuItem
          icon={<UserCheck aria-hidden />}
          disabledReason={why("take_over")}
          onSelect={() => setOpen("take_over")}
        >
          Answer the customer yourself
        </MenuItem>
        <MenuItem icon={<Undo2 aria-hidden />} disabledReason={why("let_go")} onSelect={() => setOpen("let_go")}>
          Let it go
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Eye aria-hidden />} disabledReason={why("reveal")} onSelect={() => setOpen("reveal")}>
          Show the hidden values
        </MenuItem>
        <MenuItem icon={<Tags aria-hidden />} disabledReason={why("correct")} onSelect={() => setOpen("correct")}>
          Correct the triage
        </MenuItem>
        {item.release !== null && (
          <MenuItem
            tone="danger"
            icon={<Undo2 aria-hidden />}
            disabledReason={why("revoke_release")}
            onSelect={() => setOpen("revoke")}
          >
            Revoke the release
          </MenuItem>
        )}
      </DropdownMenu>

      <ApproveDialog {...frame("approve")} action={actions.approve} item={item} onOk={inbox.goNext} />
      <ConfirmDialog
        {...confirm("let_go")}
        title="Let it go?"
        confirmLabel="Let it go"
        tone="primary"
        action={actions.letGo}
        fields={fields}
      >
        <p>Your claim ends, and it waits for somebody else. The clock goes on.</p>
      </ConfirmDialog>
      <RejectDialog {...frame("reject")} action={actions.reject} onOk={inbox.goNext} />
      <AskDialog {...frame("ask")} action={actions.ask} colleagues={colleagues} />
      <HandOverDialog
        {...frame("hand_over")}
        action={actions.handOver}
        successors={successors}
        queues={queues}
        onOk={inbox.goNext}
      />
      <ConfirmDialog
        {...confirm("take_over")}
        title="Answer the customer yourself?"
        confirmLabel="Take it over"
        tone="primary"
        action={actions.takeOver}
        fields={fields}
        reason="optional"
        onOk={inbox.goNext}
      >
        <p>The agent is told that a person answers, and does nothing more in this case.</p>
      </ConfirmDialog>
      <RevealDialog {...frame("reveal")} action={actions.reveal} onOk={(shown) => shown && onReveal(shown)} />
      <CorrectDialog {...frame("correct")} action={actions.correct} kinds={item.kinds} />
      {item.release !== null && (
        <ConfirmDialog
          {...confirm("revoke")}
          title="Revoke the release?"
          confirmLabel="Revoke it"
          action={actions.revokeRelease}
          fields={{ ...fields, releaseId: item.release.id }}
          reason="required"
        >
          <p>The agent can no longer do what was approved. What it did already stays done.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
