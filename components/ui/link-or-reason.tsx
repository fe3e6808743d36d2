"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-styles";

/** A link among buttons; where this person may not go there, a button that says why. */
export function LinkOrReason({
  href,
  disabledReason,
  variant,
  size,
  icon,
  children,
}: {
  href: string;
  disabledReason: string | null;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  children: ReactNode;
}) {
  if (disabledReason !== null) {
    return (
      <Button variant={variant} size={size} icon={icon} disabledReason={disabledReason}>
        {children}
      </Button>
    );
  }
  return (
    <ButtonLink href={href} variant={variant} size={size} icon={icon}>
      {children}
    </ButtonLink>
  );
}
