"use client";

import { Archive, Pause, Play } from "lucide-react";
import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-styles";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export type AgentMove = "activate" | "suspend" | "resume" | "retire";

/** A move with its server action and, where it cannot be made now, why. */
export type MoveButton = { move: AgentMove; action: FormAction; disabledReason: string | null };

type Look = {
  word: string;
  icon: ReactNode;
  variant: ButtonVariant;
  confirm: string;
  tone: "danger" | "primary";
  effect: string;
};

const LOOKS: Record<AgentMove, Look> = {
  activate: {
    word: "Activate",
    icon: <Play aria-hidden />,
    variant: "primary",
    confirm: "Activate it",
    tone: "primary",
    effect: "From the next request on it reads what its live scopes grant, with any of its live keys.",
  },
  resume: {
    word: "Resume",
    icon: <Play aria-hidden />,
    variant: "primary",
    confirm: "Resume it",
    tone: "primary",
    effect: "From the next request on it reads again what its live scopes grant.",
  },
  suspend: {
    word: "Suspend",
    icon: <Pause aria-hidden />,
    variant: "danger-quiet",
    confirm: "Suspend it",
    tone: "danger",
    effect:
      "Every request of it is refused from the next second on. Its scopes and keys stay, for when somebody resumes it.",
  },
  retire: {
    word: "Retire",
    icon: <Archive aria-hidden />,
    variant: "ghost",
    confirm: "Retire it for good",
    tone: "danger",
    effect: "It never reads again and cannot be brought back. Its history stays in the audit log.",
  },
};

/** Each move says what it does before it does it, or why it cannot be made. */
export function AgentStateButtons({
  agentId,
  name,
  moves,
}: {
  agentId: string;
  name: string;
  moves: readonly MoveButton[];
}) {
  return moves.map(({ move, action, disabledReason }, index) => {
    const look = LOOKS[move];
    return (
      <ConfirmDialog
        // By place: the dialog that made the agent active is the one that then suspends it, and stays to say that it worked.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies it
        key={index}
        title={`${look.word} ${name}?`}
        confirmLabel={look.confirm}
        tone={look.tone}
        action={action}
        fields={{ agentId }}
        reason="optional"
        typeToConfirm={move === "retire" ? name : undefined}
        trigger={
          <Button variant={look.variant} icon={look.icon} disabledReason={disabledReason}>
            {look.word}
          </Button>
        }
      >
        <p>{look.effect}</p>
      </ConfirmDialog>
    );
  });
}
