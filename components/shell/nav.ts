/** The icon of a navigation item, by name, so that a server can hand the list over. */
export type NavIcon =
  | "overview"
  | "inbox"
  | "agents"
  | "data"
  | "scopes"
  | "access_reviews"
  | "widenings"
  | "vendors"
  | "audit"
  | "retention"
  | "people"
  | "settings"
  | "start";

export type NavItem = {
  href: string;
  label: string;
  icon: NavIcon;
  /** How many things wait there for this person. */
  count?: number | undefined;
};

/** A group of the sidebar; the first usually has no label. */
export type NavGroup = { label?: string | undefined; items: readonly NavItem[] };

/** The item that a path belongs to: the longest address it starts with. */
export function currentNavItem(groups: readonly NavGroup[], pathname: string): NavItem | undefined {
  let best: NavItem | undefined;
  for (const item of groups.flatMap((group) => group.items)) {
    const isWithin = pathname === item.href || (item.href !== "/" && pathname.startsWith(`${item.href}/`));
    if (isWithin && item.href.length > (best?.href.length ?? -1)) best = item;
  }
  return best;
}
