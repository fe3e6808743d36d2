import { type EnvVariable, envVariables } from "@/lib/runtime/env-variables";

const options = [
  ["npm start", "Installs, builds and migrates what is needed, then runs the console, the gate and the jobs."],
  ["npm start -- --dev", "The same while you change the code: each part restarts or reloads by itself (npm run dev)."],
  ["npm start -- --help", "This text."],
] as const;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || `${last} ${word}`.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function describe(variable: EnvVariable): string {
  const meaning = wrap(variable.meaning, 90).map((line) => `      ${line}`);
  const fallback = variable.defaultText === null ? [] : [`      Default: ${variable.defaultText}`];
  return [`  ${variable.name}${variable.isSecret ? "  (secret)" : ""}`, ...meaning, ...fallback].join("\n");
}

/** Every option and every setting, from the table that reads them. */
export function toHelpText(): string {
  const usage = options.map(([command, meaning]) => `  ${command.padEnd(22)}${meaning}`);
  const variables: EnvVariable[] = Object.values(envVariables);
  return [
    "Gatehouse: the gate between a company's AI agents and its customer data.",
    "",
    ...usage,
    "",
    "Settings are environment variables. None is needed to start; a wrong one is named.",
    "",
    variables.map(describe).join("\n\n"),
    "",
    "Node's and npm's own variables apply as usual.",
  ].join("\n");
}

export function printHelp(): void {
  console.log(toHelpText());
}
