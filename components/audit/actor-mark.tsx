import { Bot, Cog, type LucideIcon, TerminalSquare, UserRound } from "lucide-react";
import { cn } from "@/components/ui/cn";

export type ActorKind = "person" | "agent" | "operator" | "system";

const KINDS: Record<ActorKind, { icon: LucideIcon; word: string }> = {
  person: { icon: UserRound, word: "Person" },
  agent: { icon: Bot, word: "Agent" },
  operator: { icon: TerminalSquare, word: "Operator" },
  system: { icon: Cog, word: "Gatehouse" },
};

/** Who did it: what kind of actor, and the name. */
export function ActorMark({
  kind,
  name,
  className,
}: {
  kind: ActorKind;
  name: string;
  className?: string | undefined;
}) {
  const { icon: Icon, word } = KINDS[kind];
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-2", className)}>
      <Icon aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
      <span className="sr-only">{word} </span>
      <span className="truncate">{name}</span>
    </span>
  );
}
