import { PERMISSIONS, type Permission, type Principal } from "@/lib/identity/permissions";
import { VERBS } from "@/lib/identity/registry";
import { REASONS } from "@/lib/kernel/reasons";
import { ROLES } from "@/lib/kernel/vocabulary";
import { listActions, listEndpoints, listPages, listTools } from "./doors";
import { type EnvVariable, envVariables } from "@/lib/runtime/env-variables";

const MADE = "<!-- Made by `npm run docs`; a test fails when it is out of date. -->";
const OTHERS: readonly Principal[] = ["agent", "tenant", "system", "anonymous"];

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function writePermissions(): string {
  const columns: readonly Principal[] = [...ROLES, ...OTHERS];
  const rows = Object.entries(VERBS).map(([verb, { permission }]) => {
    const allowed: readonly Principal[] = PERMISSIONS[permission];
    return [`\`${verb}\``, `\`${permission}\``, ...columns.map((one) => (allowed.includes(one) ? "yes" : "–"))];
  });
  return `# Who may do what

${MADE}

Every verb of \`lib/\` asks for one permission before anything else. Roles add up. *agent* is an agent with a valid key, *tenant* a
program with a tenant's key, *system* one of Gatehouse's own processes, *anonymous* somebody who has not signed in. A test calls every verb as each of them.

${toTable(["verb", "permission", ...columns], rows)}
`;
}

const yesNo = (permission: Permission) =>
  ROLES.map((role) => ((PERMISSIONS[permission] as readonly Principal[]).includes(role) ? "yes" : "–"));

function writeDoors(): string {
  const pages = listPages().map(({ file, permission }) => [
    `\`${file.replace(/^app\//, "")}\``,
    `\`${permission}\``,
    ...yesNo(permission),
  ]);
  const actions = listActions().flatMap(({ door, permissions }) =>
    permissions.map((permission) => [`\`${door}\``, `\`${permission}\``, ...yesNo(permission)]),
  );
  const endpoints = listEndpoints().map(({ method, path, keys }) => [
    `\`${method} ${path}\``,
    ...["agent", "tenant"].map((kind) => (keys.length === 0 ? "open" : keys.includes(kind) ? "yes" : "–")),
  ]);
  const tools = listTools().map(({ door, verbs }) => [`\`${door}\``, verbs.map((verb) => `\`${verb}\``).join(", ")]);
  return `# Doors

${MADE}

Who may come in where. Each door calls verbs, and each verb asks again ([who may do what](permissions.md)). A page, action, address or tool
that asks for nothing, or for what there is not, fails a test.

## Pages and routes of the console

${toTable(["page", "permission", ...ROLES], pages)}

## Server actions

${toTable(["action", "permission", ...ROLES], actions)}

## Addresses of the gate

A test calls each with every kind of key, and without one.

${toTable(["address", "agent's key", "tenant's key"], endpoints)}

## MCP tools

For agents' keys alone.

${toTable(["tool", "verbs"], tools)}
`;
}

function writeSettings(): string {
  const variables: readonly EnvVariable[] = Object.values(envVariables);
  const rows = variables.map(({ name, defaultText, meaning, isSecret }) => [
    `\`${name}\``,
    defaultText ?? "–",
    isSecret ? `${meaning} Secret.` : meaning,
  ]);
  return `# Settings

${MADE}

None is needed to start. All are read once, at the start; a wrong or unknown one is named and nothing starts.

${toTable(["variable", "default", "meaning"], rows)}
`;
}

function writeReasons(): string {
  const rows = Object.entries(REASONS).map(([code, { sentence, fix }]) => [`\`${code}\``, sentence, fix]);
  return `# Reasons of a decision

${MADE}

The same code, sentence and fix come through every door. \`{it}\` stands for the field or number that is meant.

${toTable(["code", "sentence", "fix"], rows)}
`;
}

/** The pages of docs/reference that are made from the code, by file. */
export function writeReferencePages(): { readonly [file: string]: string } {
  return {
    "docs/reference/permissions.md": writePermissions(),
    "docs/reference/doors.md": writeDoors(),
    "docs/reference/settings.md": writeSettings(),
    "docs/reference/reasons.md": writeReasons(),
  };
}
