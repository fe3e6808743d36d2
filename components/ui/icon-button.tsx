"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

const SQUARE = { sm: "w-7 px-0", md: "w-8 px-0", lg: "w-10 px-0" } as const;

/** A button that shows only an icon. Its label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "md",
  className,
  ...rest
}: Omit<ButtonProps, "children" | "icon" | "aria-label"> & { label: string; icon: ReactNode }) {
  const button = (
    <Button
      {...rest}
      aria-label={label}
      variant={variant}
      size={size}
      icon={icon}
      className={cn(SQUARE[size], className)}
    />
  );
  return rest.disabledReason ? button : <Tooltip text={label}>{button}</Tooltip>;
}
