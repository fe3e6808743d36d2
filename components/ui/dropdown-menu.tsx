"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const ITEM =
  "flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-start text-base outline-none data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0";

/** A menu behind a button. Fill it with MenuItem, MenuLink, MenuCheck, MenuRadios, MenuLabel and MenuSeparator. */
export function DropdownMenu({
  trigger,
  align = "end",
  side = "bottom",
  className,
  children,
}: {
  trigger: ReactElement;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom" | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 animate-pop-in overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 shadow-md",
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Does something when chosen. With `disabledReason` it stays in reach, says why, and does nothing. */
export function MenuItem({
  icon,
  onSelect,
  tone = "neutral",
  disabledReason,
  keepOpen = false,
  shortcut,
  children,
}: {
  icon?: ReactNode;
  onSelect: () => void;
  tone?: "neutral" | "danger" | undefined;
  disabledReason?: string | null | undefined;
  keepOpen?: boolean | undefined;
  shortcut?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Primitive.Item
      aria-disabled={disabledReason ? true : undefined}
      onSelect={(event) => {
        if (disabledReason || keepOpen) event.preventDefault();
        if (!disabledReason) onSelect();
      }}
      className={cn(ITEM, tone === "danger" && "text-denied-ink", disabledReason && "text-ink-faint")}
    >
      {icon}
      <span className="min-w-0 flex-1">
        {children}
        {disabledReason && <span className="block text-ink-muted text-xs">{disabledReason}</span>}
      </span>
      {shortcut}
    </Primitive.Item>
  );
}

export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Primitive.Item asChild className={ITEM}>
      <Link href={href}>
        {icon}
        <span className="min-w-0 flex-1">{children}</span>
      </Link>
    </Primitive.Item>
  );
}

/** On or off; the menu stays open, so that several can be changed. */
export function MenuCheck({
  isChecked,
  onChange,
  children,
}: {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Primitive.CheckboxItem
      checked={isChecked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={ITEM}
    >
      <Mark />
      {children}
    </Primitive.CheckboxItem>
  );
}

/** One of a few, inside a menu. */
export function MenuRadios({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  onChange: (value: string) => void;
}) {
  return (
    <Primitive.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      {options.map((option) => (
        <Primitive.RadioItem
          key={option.value}
          value={option.value}
          onSelect={(event) => event.preventDefault()}
          className={ITEM}
        >
          <Mark />
          {option.icon}
          {option.label}
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}

function Mark() {
  return (
    <span className="flex size-4 items-center justify-center">
      <Primitive.ItemIndicator>
        <Check aria-hidden className="text-ink-muted" />
      </Primitive.ItemIndicator>
    </span>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2 pt-2 pb-1 font-medium text-ink-muted text-xs">{children}</Primitive.Label>;
}

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}
