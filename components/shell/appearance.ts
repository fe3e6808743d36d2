/** How a person likes the console to look. Kept in cookies, so that the server renders it and nothing flashes. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

export const THEME_COOKIE = "gatehouse-theme";
export const DENSITY_COOKIE = "gatehouse-density";

export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

export function parseDensity(value: string | undefined): Density {
  return DENSITIES.find((density) => density === value) ?? "comfortable";
}
