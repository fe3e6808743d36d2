"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const KEYS = [
  { keys: ["j", "k"], does: "Next and previous item" },
  { keys: ["Enter"], does: "Open the row that has the focus" },
  { keys: ["c"], does: "Claim it" },
  { keys: ["a"], does: "Approve it, after one more look" },
  { keys: ["e"], does: "Edit the draft" },
  { keys: ["r"], does: "Reject it, with a reason" },
  { keys: ["x"], does: "Choose the row, to decide several of low risk at once" },
  { keys: ["Esc"], does: "Close what is open" },
  { keys: ["?"], does: "This list" },
] as const;

export function KeysHelp({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  return (
    <Dialog
      title="Keys of the inbox"
      description="They work while you are not typing. After a decision the next waiting item opens by itself."
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <dl className="grid gap-2">
        {KEYS.map(({ keys, does }) => (
          <div key={does} className="flex items-center gap-3">
            <dt className="flex w-16 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-muted">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
