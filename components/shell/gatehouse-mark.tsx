import { cn } from "@/components/ui/cn";

/** The product's mark: a gate between two towers, and someone at it. */
export function GatehouseMark({ className }: { className?: string | undefined }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={cn("size-6 shrink-0", className)}>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M2.5 4.25A.75.75 0 0 1 3.25 3.5h1.5a.75.75 0 0 1 .75.75V5.5h1.25V4.25A.75.75 0 0 1 7.5 3.5h.75a.75.75 0 0 1 .75.75V7.5h6V4.25a.75.75 0 0 1 .75-.75h.75a.75.75 0 0 1 .75.75V5.5h1.25V4.25a.75.75 0 0 1 .75-.75h1.5a.75.75 0 0 1 .75.75v15.5a.75.75 0 0 1-.75.75H16.5v-5a4.5 4.5 0 0 0-9 0v5H3.25a.75.75 0 0 1-.75-.75Z"
      />
      <circle cx="12" cy="17.75" r="2.25" className="fill-accent" />
    </svg>
  );
}

/** The mark with the product's name. */
export function Wordmark({ className }: { className?: string | undefined }) {
  return (
    <span className={cn("inline-flex items-center gap-2 font-semibold text-md tracking-tight", className)}>
      <GatehouseMark />
      Gatehouse
    </span>
  );
}
