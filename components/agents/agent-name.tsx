import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";

/** An agent in a row or a heading: its square initials, its name, one line about it. */
export function AgentName({
  name,
  detail,
  className,
}: {
  name: string;
  detail?: string | undefined;
  className?: string | undefined;
}) {
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-2.5", className)}>
      <Avatar kind="agent" name={name} />
      <span className="min-w-0">
        <span className="block truncate">{name}</span>
        {detail !== undefined && <span className="block truncate font-normal text-ink-muted text-sm">{detail}</span>}
      </span>
    </span>
  );
}
