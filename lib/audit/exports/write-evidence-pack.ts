import { getEnv } from "@/lib/runtime/env";
import { sha256Hex } from "@/lib/runtime/hashing";
import { type FactName, loadFact, type Period } from "./evidence-facts";
import { type Framework, FRAMEWORKS } from "./frameworks";
import { loadHead, writeEvidence } from "./write-archive";
import { writeEntries } from "./write-entries";
import { openFile, writeFile, type WrittenFile } from "./write-file";

const SAYS =
  "These are facts that Gatehouse holds. Whether a clause is met is for people to judge: this pack does not say so.";

type Fact = Awaited<ReturnType<typeof loadFact>> & { name: FactName; sha256: string };
type Scope = Period & { framework: keyof typeof FRAMEWORKS };

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);
const toText = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

function toTable({ rows }: Fact): string {
  const [first] = rows;
  if (first === undefined) return "<p>None.</p>";
  const names = Object.keys(first);
  const line = (cells: string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
  const body = rows.map((row) =>
    line(
      names.map((name) => toText(row[name])),
      "td",
    ),
  );
  return `<table>${line(names, "th")}${body.join("\n")}</table>`;
}

function toPage(
  { title, clauses }: Framework,
  facts: ReadonlyMap<FactName, Fact>,
  { from, to }: Period,
  now: Date,
): string {
  const day = (at: Date): string => at.toISOString().slice(0, 10);
  const index = clauses.map(
    ({ clause, about, facts: names }) =>
      `<li><strong>${escape(clause)}</strong> ${escape(about)}: ${names.map((name) => `<a href="#${name}">${escape(facts.get(name)?.title ?? name)}</a>`).join("; ")}</li>`,
  );
  const sections = [...facts.values()].map(
    (fact) =>
      `<section id="${fact.name}"><h2>${escape(fact.title)}</h2><p>${fact.isOfPeriod ? `From ${day(from)} to ${day(to)}.` : `As of ${now.toISOString()}.`} <a href="${escape(`${getEnv().consoleUrl}${fact.path}`)}">In the console</a>. SHA-256 of its rows in facts.json: <code>${fact.sha256}</code></p>${toTable(fact)}</section>`,
  );
  const style =
    "body{font:15px/1.5 system-ui;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(title)}</title><style>${style}</style><h1>${escape(title)}</h1><p>${day(from)} to ${day(to)}. Made ${now.toISOString()}.</p><p><strong>${SAYS}</strong></p><ul>${index.join("\n")}</ul>${sections.join("\n")}</html>\n`;
}

/** Entries of the log that the facts name, so that they can be proved with them. */
function listEntries(facts: Iterable<Fact>, size: number): number[] {
  const entries = [...facts].flatMap(({ rows }) => rows.map((row) => row["entry"]));
  return entries
    .filter((one) => typeof one === "number" && one < size)
    .map(Number)
    .sort((a, b) => a - b);
}

/** A dated bundle of the facts that bear on each clause of a framework, each with a link and a digest, and the proof of its events. */
export async function writeEvidencePack(
  folder: string,
  { framework, from, to }: Scope,
  now: Date,
  tell: (done: number, total?: number) => Promise<void>,
): Promise<{ files: WrittenFile[]; rowCount: number; logSize: number }> {
  const chosen: Framework = FRAMEWORKS[framework];
  const names = [...new Set(chosen.clauses.flatMap(({ facts }) => facts))];
  const facts = new Map<FactName, Fact>();
  for (const [index, name] of names.entries()) {
    await tell(index, names.length);
    const fact = await loadFact(name, { from, to });
    facts.set(name, { ...fact, name, sha256: sha256Hex(JSON.stringify(fact.rows)) });
  }
  const head = await loadHead();
  if (head === null) throw new Error("the log has not begun");
  const document = {
    says: SAYS,
    framework: chosen.title,
    from,
    to,
    at: now,
    clauses: chosen.clauses,
    facts: [...facts.values()],
  };
  const [entries, proof] = [openFile(folder, "entries.ndjson"), openFile(folder, "proof.json")];
  const selection = { kind: "some", entries: listEntries(facts.values(), head.size) } as const;
  const rowCount = await writeEntries(
    { entries, proof },
    { selection, size: head.size },
    async () => undefined,
    async () => undefined,
  );
  const files = [
    await entries.end(),
    await proof.end(),
    await writeFile(folder, "facts.json", `${JSON.stringify(document, null, 2)}\n`),
    await writeFile(folder, "index.html", toPage(chosen, facts, { from, to }, now)),
    ...(await writeEvidence(folder, head)),
  ];
  await tell(names.length, names.length);
  return { files, rowCount, logSize: head.size };
}
