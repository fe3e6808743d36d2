import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";

/** A link that stands among buttons. For what changes something use Button. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
}) {
  return (
    <Link {...rest} className={cn(buttonStyles(variant, size), className)}>
      {icon}
      {children}
    </Link>
  );
}
