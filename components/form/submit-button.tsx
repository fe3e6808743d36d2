"use client";

import { useForm } from "@/components/form/form-context";
import { Button, type ButtonProps } from "@/components/ui/button";

/** Sends the form around it. While the server works it says `pendingLabel` and cannot be pressed twice. */
export function SubmitButton({
  children,
  pendingLabel,
  variant = "primary",
  ...rest
}: Omit<ButtonProps, "type" | "isPending"> & { pendingLabel?: string | undefined }) {
  const { isPending } = useForm();
  return (
    <Button {...rest} type="submit" variant={variant} isPending={isPending}>
      {isPending && pendingLabel !== undefined ? pendingLabel : children}
    </Button>
  );
}
