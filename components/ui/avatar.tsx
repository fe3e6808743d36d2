import { cn } from "@/components/ui/cn";

const SIZES = { sm: "size-5 text-[0.625rem]", md: "size-7 text-2xs" } as const;

/** A person's or an agent's initials. Decoration beside the name: people are round, agents square. */
export function Avatar({
  name,
  kind = "person",
  size = "sm",
  className,
}: {
  name: string;
  kind?: "person" | "agent" | undefined;
  size?: keyof typeof SIZES | undefined;
  className?: string | undefined;
}) {
  const words = name
    .trim()
    .split(/[\s@._-]+/)
    .filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "").join("");
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center border border-line-strong bg-active font-medium text-ink-muted uppercase",
        kind === "person" ? "rounded-full" : "rounded-md",
        SIZES[size],
        className,
      )}
    >
      {initials}
    </span>
  );
}
