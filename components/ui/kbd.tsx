import { cn } from "@/components/ui/cn";

/** A key on the keyboard. */
export function Kbd({ className, children }: { className?: string | undefined; children: string }) {
  return (
    <kbd
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong bg-surface px-1 font-sans text-2xs text-ink-muted shadow-xs",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
