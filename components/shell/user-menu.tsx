"use client";

import { ChevronsUpDown, LogOut } from "lucide-react";
import { type ReactNode, startTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";

export type ShellUser = { name: string; email: string /** Roles in words: "Admin, Reviewer". */; roles: string };

/** Who is signed in, and the way out. `children` are further menu items. */
export function UserMenu({
  user,
  signOut,
  isNarrow = false,
  children,
}: {
  user: ShellUser;
  /** A server action. */
  signOut: () => Promise<void>;
  isNarrow?: boolean | undefined;
  children?: ReactNode;
}) {
  return (
    <DropdownMenu
      side="top"
      align="start"
      className="w-60"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${user.name}`}
          className={cn(
            "flex min-w-0 items-center gap-2 rounded-md p-1 text-start hover:bg-hover data-[state=open]:bg-hover",
            !isNarrow && "flex-1",
          )}
        >
          <Avatar name={user.name} size="md" />
          {!isNarrow && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-sm">{user.name}</span>
                <span className="block truncate text-2xs text-ink-muted">{user.roles}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
            </>
          )}
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-ink-muted text-sm">{user.email}</p>
      </div>
      <MenuSeparator />
      {children}
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => startTransition(signOut)}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}
