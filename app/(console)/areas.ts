import type { NavIcon } from "@/components/shell/nav";
import type { Permission } from "@/lib/identity/permissions";

export type Area = { href: string; label: string; icon: NavIcon; permission: Permission };

/** The places of the console, in the order of the sidebar. */
export const AREAS = [
  { href: "/", label: "Overview", icon: "overview", permission: "overview:read" },
  { href: "/inbox", label: "Inbox", icon: "inbox", permission: "review:read" },
  { href: "/agents", label: "Agents", icon: "agents", permission: "agent:read" },
  { href: "/data", label: "Data", icon: "data", permission: "catalog:read" },
  { href: "/scopes", label: "Scopes", icon: "scopes", permission: "scope:read" },
  { href: "/widenings", label: "Widenings", icon: "widenings", permission: "widening:read" },
  { href: "/vendors", label: "Vendors", icon: "vendors", permission: "vendor:read" },
  { href: "/audit", label: "Audit", icon: "audit", permission: "audit:read" },
  { href: "/people", label: "People", icon: "people", permission: "person:read" },
  { href: "/access-reviews", label: "Access reviews", icon: "access_reviews", permission: "access_review:read" },
  { href: "/settings", label: "Settings", icon: "settings", permission: "review_settings:read" },
] as const satisfies readonly Area[];

/** Parts of an area that fewer people may open than the area itself. */
export const CLOSED_PARTS = [
  { href: "/settings/webhooks", label: "Webhooks", permission: "webhook:read" },
  { href: "/settings/dispatchers", label: "Dispatchers", permission: "dispatcher_key:read" },
  { href: "/inbox/second-looks", label: "Second looks", permission: "second_look:give" },
] as const satisfies readonly Omit<Area, "icon">[];
