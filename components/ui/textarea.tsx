import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/control-styles";

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={cn(controlStyles, "field-sizing-content max-h-96 min-h-20 resize-y px-2.5 py-1.5", className)}
    />
  );
}
