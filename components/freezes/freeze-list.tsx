"use client";

import { Snowflake } from "lucide-react";
import { toFrozenWords } from "@/components/freezes/freeze-words";
import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { FreezeRow } from "@/lib/freezes/list-freezes";

export type ShownFreeze = FreezeRow & {
  /** Why this person cannot propose, or approve, now. */
  proposeReason: string | null;
  approveReason: string | null;
};
type Actions = { propose: FormAction; approve: FormAction };

const nameOf = ({ name }: { name: string | null }) => name ?? "somebody";

function LiftButtons({ freeze, what, propose, approve }: Actions & { freeze: ShownFreeze; what: string }) {
  const fields = { freezeId: freeze.id };
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        title={`Propose to lift the freeze of ${what}?`}
        confirmLabel="Propose it"
        tone="primary"
        action={propose}
        fields={fields}
        reason="required"
        trigger={<Button disabledReason={freeze.proposeReason}>Propose to lift</Button>}
      >
        <p>It stays frozen until a second admin approves.</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={`Lift the freeze of ${what}?`}
        confirmLabel="Lift it"
        tone="primary"
        action={approve}
        fields={fields}
        trigger={
          <Button variant="primary" disabledReason={freeze.approveReason}>
            Approve lifting
          </Button>
        }
      >
        <p>From the next request on it works again as its scopes say.</p>
      </ConfirmDialog>
    </div>
  );
}

function Item({ freeze, ...actions }: Actions & { freeze: ShownFreeze }) {
  const { target, thing, reason, frozenBy, frozenAt, isDrill, lift, lifted } = freeze;
  const what = toFrozenWords(target, thing?.name ?? null);
  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-medium">{what}</p>
          <p className="text-ink-muted text-sm">
            Frozen <RelativeTime at={frozenAt} /> by {nameOf(frozenBy)}: {reason}
          </p>
          {lift !== null && (
            <p className="text-ink-muted text-sm">
              Lifting proposed <RelativeTime at={lift.proposedAt} /> by {nameOf(lift.proposedBy)}: {lift.reason}
            </p>
          )}
          {lifted !== null && (
            <p className="text-ink-muted text-sm">
              Lifted <RelativeTime at={lifted.at} /> by {isDrill ? "the drill" : nameOf(lifted.by)}.
            </p>
          )}
        </div>
        {lifted === null && !isDrill && <LiftButtons freeze={freeze} what={what} {...actions} />}
      </div>
    </li>
  );
}

/** Freezes, newest first, each with who, when and why. */
export function FreezeList({
  label,
  freezes,
  empty,
  ...actions
}: Actions & { label: string; freezes: readonly ShownFreeze[]; empty: string }) {
  return (
    <div className="rounded-xl border border-line bg-surface">
      {freezes.length === 0 ? (
        <EmptyState icon={<Snowflake />} title={empty} />
      ) : (
        <ul aria-label={label} className="divide-y divide-line">
          {freezes.map((freeze) => (
            <Item key={freeze.id} freeze={freeze} {...actions} />
          ))}
        </ul>
      )}
    </div>
  );
}
