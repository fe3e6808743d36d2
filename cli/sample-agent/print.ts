import type { Answer } from "./connect-to-gate";
import type { Me } from "./gate-answers";

export type Print = (line?: string) => void;

const VALUE_LENGTH_MAX = 60;

function toText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > VALUE_LENGTH_MAX ? `${line.slice(0, VALUE_LENGTH_MAX)}…` : line;
}

/** What is granted, one dataset and purpose at a time. */
export function printGrants({ datasets }: Me, print: Print): void {
  if (datasets.length === 0) return print("Nothing is granted yet: a steward grants a scope on the agent's page.");
  for (const { dataset, purposes } of datasets) {
    for (const { purpose, until, rowsPerRequestMax, fields } of purposes) {
      print(`${dataset}, for ${purpose}, until ${until.slice(0, 10)}, at most ${rowsPerRequestMax} rows a request`);
      const treatments = new Set(fields.map(({ treatment }) => treatment));
      for (const treatment of treatments) {
        const names = fields.filter((field) => field.treatment === treatment).map(({ field }) => field);
        print(`    ${treatment.padEnd(10)} ${names.join(", ")}`);
      }
    }
  }
}

/** Rows field by field with how each is shown, or the refusal with what would change it. */
export function printAnswer({ page, refusal }: Answer, print: Print): void {
  if (refusal !== null) {
    print(`  ✗ refused: ${refusal.sentence} (${refusal.code})`);
    if (refusal.fix !== undefined) print(`    fix: ${refusal.fix}`);
    return;
  }
  print(`  ✓ ${page.rows.length === 1 ? "1 row" : `${page.rows.length} rows`}`);
  for (const row of page.rows) {
    const cells = Object.entries(row).map(([field, value]) => {
      const treatment = page.fields[field]?.treatment ?? "clear";
      return `${field}: ${toText(value)}${treatment === "clear" ? "" : ` (${treatment})`}`;
    });
    print(`    ${cells.join(" · ")}`);
  }
  const withheld = Object.entries(page.fields).filter(([, { treatment }]) => treatment === "withheld");
  if (withheld.length > 0) print(`    withheld: ${withheld.map(([field]) => field).join(", ")}`);
}
