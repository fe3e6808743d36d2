import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The row of buttons at a form's end. */
export function FormActions({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={cn("flex flex-wrap items-center gap-2 pt-1", className)}>{children}</div>;
}
