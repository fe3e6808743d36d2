"use client";

import { useSyncExternalStore } from "react";
import {
  DENSITY_COOKIE,
  type Density,
  parseDensity,
  parseTheme,
  THEME_COOKIE,
  type Theme,
} from "@/components/shell/appearance";

const CHANGED = "gatehouse:appearance";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

function keep(cookie: string, attribute: "theme" | "density", value: string) {
  document.documentElement.dataset[attribute] = value;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
  document.cookie = `${cookie}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void) {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** The theme in force and how to change it. The server's answer is "system"; use it only where that may show for a moment. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => parseTheme(document.documentElement.dataset["theme"]),
    () => "system" as const,
  );
  return [theme, (next) => keep(THEME_COOKIE, "theme", next)];
}

/** The density of every table and how to change it. */
export function useDensity(): [Density, (density: Density) => void] {
  const density = useSyncExternalStore(
    subscribe,
    () => parseDensity(document.documentElement.dataset["density"]),
    () => "comfortable" as const,
  );
  return [density, (next) => keep(DENSITY_COOKIE, "density", next)];
}
