import { ROLES, type Role } from "@/lib/kernel/vocabulary";

/** A role as people read it, and what it opens. Roles add up. */
export const ROLE_WORDS: Readonly<Record<Role, { label: string; help: string }>> = {
  admin: { label: "Admin", help: "People and their roles; may suspend any agent; reads everything but data previews." },
  steward: { label: "Steward", help: "Sources, what fields hold, agents, their keys and their data scopes." },
  reviewer: { label: "Reviewer", help: "Decides on what agents had to stop for." },
  compliance: { label: "Compliance", help: "Reads and exports what is evidence: the audit log, scopes, people." },
};

/** "Admin, Reviewer" */
export function toRoleWords(roles: readonly Role[]): string {
  return ROLES.filter((role) => roles.includes(role))
    .map((role) => ROLE_WORDS[role].label)
    .join(", ");
}

export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, ...ROLE_WORDS[role] }));
