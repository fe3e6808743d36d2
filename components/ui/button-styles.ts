import { cn } from "@/components/ui/cn";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "danger-quiet";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-solid text-ink-inverse hover:bg-solid-hover",
  secondary:
    "border border-line-strong bg-surface text-ink shadow-xs hover:bg-hover active:bg-active data-[state=open]:bg-hover",
  ghost: "text-ink-muted hover:bg-hover hover:text-ink active:bg-active data-[state=open]:bg-hover",
  danger: "bg-denied text-ink-inverse hover:bg-denied-ink",
  "danger-quiet": "border border-denied-line bg-surface text-denied-ink shadow-xs hover:bg-denied-soft",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-7 gap-1.5 px-2.5 text-xs",
  md: "h-8 gap-2 px-3 text-sm",
  lg: "h-10 gap-2 px-4 text-base",
};

/** The look of a button, for buttons and for links that stand in a row with them. */
export function buttonStyles(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return cn(
    "inline-flex shrink-0 select-none items-center justify-center rounded-md font-medium whitespace-nowrap",
    "transition-colors duration-100 [&_svg:not([class*=size-])]:size-4 [&_svg]:shrink-0",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-55 aria-disabled:shadow-none",
    VARIANTS[variant],
    SIZES[size],
  );
}
