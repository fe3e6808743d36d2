"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/control-styles";

export type ComboboxOption = { value: string; label: string; help?: string | undefined; icon?: ReactNode };

/** Choose one of many by typing. In a form its value travels under `name`. */
export function Combobox({
  options,
  name,
  value: controlled,
  defaultValue = "",
  onValueChange,
  placeholder = "Choose…",
  searchLabel = "Search",
  emptyText = "Nothing matches.",
  className,
  ...trigger
}: {
  options: readonly ComboboxOption[];
  name?: string | undefined;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  searchLabel?: string | undefined;
  emptyText?: string | undefined;
  className?: string | undefined;
  id?: string | undefined;
  "aria-label"?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  const [own, setOwn] = useState(defaultValue);
  const value = controlled ?? own;
  const chosen = options.find((option) => option.value === value);
  const choose = (next: string) => {
    setOwn(next);
    onValueChange?.(next);
    setOpen(false);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      {name !== undefined && <input type="hidden" name={name} value={value} />}
      <Popover.Trigger
        {...trigger}
        role="combobox"
        aria-expanded={isOpen}
        className={cn(controlStyles, "flex h-8 items-center gap-2 px-2.5 text-start [&_svg]:size-4", className)}
      >
        {chosen?.icon}
        <span className={cn("truncate", !chosen && "text-ink-faint")}>{chosen?.label ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="ms-auto size-3.5! shrink-0 text-ink-faint" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={searchLabel}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-(--radix-popover-trigger-width) min-w-56 animate-pop-in rounded-lg border border-line-strong bg-raised shadow-md"
        >
          <Command label={searchLabel}>
            <Command.Input
              placeholder={`${searchLabel}…`}
              className="h-9 w-full border-line border-b bg-transparent px-3 text-base outline-none placeholder:text-ink-faint"
            />
            <Command.List className="max-h-72 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-6 text-center text-ink-muted text-sm">{emptyText}</Command.Empty>
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={[option.label, option.help ?? ""]}
                  onSelect={() => choose(option.value)}
                  className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-base data-[selected=true]:bg-hover [&_svg]:size-4"
                >
                  {option.icon}
                  <span className="min-w-0">
                    <span className="block truncate">{option.label}</span>
                    {option.help !== undefined && (
                      <span className="block truncate text-ink-muted text-xs">{option.help}</span>
                    )}
                  </span>
                  {option.value === value && <Check aria-hidden className="ms-auto text-ink-muted" />}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
