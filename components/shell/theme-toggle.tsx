"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { parseTheme } from "@/components/shell/appearance";
import { useTheme } from "@/components/shell/use-appearance";
import { DropdownMenu, MenuRadios } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";

export const THEME_OPTIONS = [
  { value: "system", label: "As the system", icon: <Monitor aria-hidden /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
] as const;

/** Light, dark, or as the system has it. */
export function ThemeToggle({ side }: { side?: "top" | "bottom" | undefined }) {
  const [theme, setTheme] = useTheme();
  const chosen = THEME_OPTIONS.find((option) => option.value === theme);
  return (
    <DropdownMenu side={side} trigger={<IconButton label="Theme" icon={chosen?.icon} />}>
      <MenuRadios label="Theme" value={theme} options={THEME_OPTIONS} onChange={(next) => setTheme(parseTheme(next))} />
    </DropdownMenu>
  );
}
