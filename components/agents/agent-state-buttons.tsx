"use client";

import { Archive, Pause, Play } from "lucide-react";
import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export type AgentMove = "activate" | "suspend" | "resume" | "retire";

/** A move with its server action and, where it cannot be made now, why. */
export type MoveButton = { action: FormAction; disabledReason: string | null };

/** Activate or resume, suspend, retire: each says what it does before it does it, or why it cannot. */
export function AgentStateButtons({
  agentId,
  name,
  moves,
}: {
  agentId: string;
  name: string;
  /** In the order of the buttons. What makes no sense in the agent's state is left out, save retiring. */
  moves: Partial<Record<AgentMove, MoveButton>>;
}) {
  const fields = { agentId };
  const { activate, resume, suspend, retire } = moves;
  return (
    <>
      {activate && (
        <ConfirmDialog
          title={`Activate ${name}?`}
          confirmLabel="Activate it"
          tone="primary"
          action={activate.action}
          fields={fields}
          reason="optional"
          trigger={
            <Button variant="primary" icon={<Play aria-hidden />} disabledReason={activate.disabledReason}>
              Activate
            </Button>
          }
        >
          <p>From the next request on it reads what its live scopes grant, with any of its live keys.</p>
        </ConfirmDialog>
      )}
      {resume && (
        <ConfirmDialog
          title={`Resume ${name}?`}
          confirmLabel="Resume it"
          tone="primary"
          action={resume.action}
          fields={fields}
          reason="optional"
          trigger={
            <Button variant="primary" icon={<Play aria-hidden />} disabledReason={resume.disabledReason}>
              Resume
            </Button>
          }
        >
          <p>From the next request on it reads again what its live scopes grant.</p>
        </ConfirmDialog>
      )}
      {suspend && (
        <ConfirmDialog
          title={`Suspend ${name}?`}
          confirmLabel="Suspend it"
          action={suspend.action}
          fields={fields}
          reason="optional"
          trigger={
            <Button variant="danger-quiet" icon={<Pause aria-hidden />} disabledReason={suspend.disabledReason}>
              Suspend
            </Button>
          }
        >
          <p>
            Every request of it is refused from the next second on. Its scopes and keys stay, for when somebody resumes
            it.
          </p>
        </ConfirmDialog>
      )}
      {retire && (
        <ConfirmDialog
          title={`Retire ${name}?`}
          confirmLabel="Retire it for good"
          action={retire.action}
          fields={fields}
          reason="optional"
          typeToConfirm={name}
          trigger={
            <Button variant="ghost" icon={<Archive aria-hidden />} disabledReason={retire.disabledReason}>
              Retire
            </Button>
          }
        >
          <p>It never reads again and cannot be brought back. Its history stays in the audit log.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
