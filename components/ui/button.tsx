"use client";

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import { Tooltip } from "@/components/ui/tooltip";

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Stands before the words. */
  icon?: ReactNode;
  /** Why it cannot be pressed now. The button stays focusable and says so; nothing happens when pressed. */
  disabledReason?: string | null | undefined;
  /** Work is under way: shows a spinner and ignores presses. */
  isPending?: boolean | undefined;
};

/** A button. There is no `disabled`: a button that cannot be pressed gives its reason. */
export function Button({
  variant,
  size,
  icon,
  disabledReason,
  isPending = false,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const isBlocked = Boolean(disabledReason) || isPending;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBlocked) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...rest}
      type={type}
      onClick={press}
      className={cn(buttonStyles(variant, size), className)}
      {...(isBlocked && { "aria-disabled": true })}
      {...(isPending && { "aria-busy": true })}
      {...(disabledReason && { "aria-describedby": reasonId })}
    >
      {isPending ? <Spinner /> : icon}
      {children}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <>
      <Tooltip text={disabledReason}>{button}</Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  );
}
