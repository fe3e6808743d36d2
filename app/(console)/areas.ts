import type { NavIcon } from "@/components/shell/nav";
import type { Permission } from "@/lib/identity/permissions";

export type Area = { href: string; label: string; icon: NavIcon; permission: Permission };

/** The places of the console, in the order of the sidebar. */
export const AREAS = [
  { href: "/", label: "Overview", icon: "overview", permission: "overview:read" },
  { href: "/agents", label: "Agents", icon: "agents", permission: "agent:read" },
  { href: "/data", label: "Data", icon: "data", permission: "catalog:read" },
  { href: "/scopes", label: "Scopes", icon: "scopes", permission: "scope:read" },
  { href: "/vendors", label: "Vendors", icon: "vendors", permission: "vendor:read" },
  { href: "/audit", label: "Audit", icon: "audit", permission: "audit:read" },
  { href: "/people", label: "People", icon: "people", permission: "person:read" },
] as const satisfies readonly Area[];
