import { type EnvVariable, envVariables } from "@/lib/runtime/env-variables";

function toRow({ name, defaultText, meaning, isSecret }: EnvVariable): string {
  const cells = [`\`${name}\``, isSecret ? `${meaning} *Secret.*` : meaning, defaultText ?? ""];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** docs/settings.md, from the table that reads the settings. */
export function toSettingsDoc(): string {
  const variables: EnvVariable[] = Object.values(envVariables);
  return [
    "# Settings",
    "",
    "Every setting is an environment variable. None is needed to start. A wrong one, and a name that begins with",
    "`GATEHOUSE_` and is not in this list, stops the start and is named. An empty variable counts as unset.",
    "",
    "| variable | meaning | default |",
    "|---|---|---|",
    ...variables.map(toRow),
    "",
    "`npm start -- --help` prints the same list.",
    "",
  ].join("\n");
}
