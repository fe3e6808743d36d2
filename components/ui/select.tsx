"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/control-styles";

export type RichOption = { value: string; label: string; icon?: ReactNode; help?: string | undefined; disabled?: boolean };

/** A select whose options carry an icon or a remark. Without those, NativeSelect is better. */
export function Select({
  options,
  placeholder = "Choose…",
  name,
  value,
  defaultValue,
  onValueChange,
  className,
  ...trigger
}: {
  options: readonly RichOption[];
  placeholder?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  className?: string | undefined;
  id?: string | undefined;
  required?: boolean | undefined;
  "aria-label"?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}) {
  return (
    <Primitive.Root
      {...(name !== undefined && { name })}
      {...(value !== undefined && { value })}
      {...(defaultValue !== undefined && { defaultValue })}
      {...(onValueChange !== undefined && { onValueChange })}
    >
      <Primitive.Trigger
        {...trigger}
        className={cn(
          controlStyles,
          "flex h-8 items-center gap-2 px-2.5 text-start data-placeholder:text-ink-faint [&>span]:truncate",
          className,
        )}
      >
        <Primitive.Value placeholder={placeholder} />
        <Primitive.Icon asChild>
          <ChevronsUpDown className="ms-auto size-3.5 shrink-0 text-ink-faint" />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop-in overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 shadow-md"
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Option key={option.value} {...option} />
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Option({ value, label, icon, help, disabled = false }: RichOption) {
  return (
    <Primitive.Item
      value={value}
      disabled={disabled}
      textValue={label}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-base outline-none data-highlighted:bg-hover data-disabled:text-ink-faint"
    >
      <span className="min-w-0">
        <Primitive.ItemText>
          <span className="inline-flex items-center gap-2 [&_svg]:size-4">
            {icon}
            {label}
          </span>
        </Primitive.ItemText>
        {help !== undefined && <span className="block text-ink-muted text-xs">{help}</span>}
      </span>
      <Primitive.ItemIndicator className="ms-auto">
        <Check aria-hidden className="size-4 text-ink-muted" />
      </Primitive.ItemIndicator>
    </Primitive.Item>
  );
}
