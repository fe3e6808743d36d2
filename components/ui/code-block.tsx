import { CopyButton } from "@/components/ui/copy-button";
import { cn } from "@/components/ui/cn";

/** A command, a request, a piece of JSON, with a button that copies it. */
export function CodeBlock({
  code,
  title,
  wrap = false,
  className,
}: {
  code: string;
  /** What it is ("Read with curl"). It names the block for screen readers too. */
  title: string;
  wrap?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <figure className={cn("min-w-0 overflow-hidden rounded-lg border border-line bg-surface", className)}>
      <figcaption className="flex h-9 items-center gap-2 border-line border-b bg-canvas ps-3 pe-1 text-ink-muted text-xs">
        <span className="min-w-0 flex-1 truncate">{title}</span>
        <CopyButton text={code} label={`Copy ${title}`} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre
        role="region"
        aria-label={title}
        tabIndex={0}
        className={cn(
          "overflow-x-auto p-3 font-mono text-xs leading-5 -outline-offset-2",
          wrap && "whitespace-pre-wrap break-words",
        )}
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}

/** A name or an id in running text. */
export function InlineCode({ className, children }: { className?: string | undefined; children: string }) {
  return (
    <code className={cn("rounded-sm bg-active px-1 py-px font-mono text-[0.92em] break-words", className)}>
      {children}
    </code>
  );
}
