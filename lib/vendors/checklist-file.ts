import { parse, stringify, YAMLParseError } from "yaml";
import { z } from "zod";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { parseCsv, toCsv } from "@/lib/kernel/csv";
import { DomainError } from "@/lib/kernel/domain-error";
import { ChecklistContentInput } from "./checklist-content";
import { parseInput } from "@/lib/runtime/parse-input";

export const CHECKLIST_FORMATS = ["yaml", "csv"] as const;
export type ChecklistFormat = (typeof CHECKLIST_FORMATS)[number];

/** Enough for 300 questions in long words. */
const CHECKLIST_TEXT_MAX = 1_000_000;

const COLUMNS = [
  "section",
  "section_title",
  "key",
  "type",
  "text",
  "good",
  "rule",
  "why",
  "weight",
  "must",
  "strength_min",
  "options",
  "unit",
  "clauses",
] as const;

function toCsvText({ sections, questions }: ChecklistContent): string {
  const titleOf = new Map(sections.map(({ key, title }) => [key, title]));
  return toCsv(
    COLUMNS,
    questions.map((one) => [
      one.section,
      titleOf.get(one.section) ?? "",
      one.key,
      one.type,
      one.text,
      one.good,
      JSON.stringify(one.rule),
      one.why,
      one.weight,
      one.isMust ? "yes" : "no",
      one.strengthMin,
      one.options.map(({ value, label }) => `${value}=${label}`).join("\n"),
      one.unit,
      one.clauses.map(({ framework, ref }) => `${framework}=${ref}`).join("\n"),
    ]),
  );
}

/** A checklist as a file: YAML holds all of it as it is, CSV one question a line. Formulas are neutralised in CSV. */
export function writeChecklist(content: ChecklistContent, format: ChecklistFormat): string {
  if (format === "csv") return toCsvText(content);
  const questions = content.questions.map(({ unit, options, clauses, ...question }) => ({
    ...question,
    ...(options.length > 0 ? { options } : {}),
    ...(unit === null ? {} : { unit }),
    ...(clauses.length > 0 ? { clauses } : {}),
  }));
  return stringify({ sections: content.sections, questions }, { lineWidth: 120 });
}

function unreadable(what: string): DomainError {
  return new DomainError("invalid_input", `The file cannot be read as a checklist: ${what}.`, "text");
}

function readYaml(text: string): unknown {
  try {
    // Few aliases: a small text cannot unfold into a huge one.
    return parse(text, { maxAliasCount: 20, prettyErrors: true });
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw unreadable(line === undefined ? "it is not YAML" : `it is not YAML at line ${line}`);
  }
}

function readPairs(cell: string): [string, string][] {
  return cell.split("\n").flatMap((line): [string, string][] => {
    const at = line.indexOf("=");
    return line.trim() === "" ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
  });
}

function readRule(cell: string, line: number): unknown {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(cell));
  } catch {
    throw unreadable(`the rule in line ${line} is not JSON`);
  }
}

function readCsv(text: string): unknown {
  const [header, ...rows] = parseCsv(text) ?? [];
  if (header === undefined || rows.length === 0) throw unreadable("it is not CSV, or is empty");
  const missing = COLUMNS.find((column) => !header.includes(column));
  if (missing !== undefined) throw unreadable(`the column ${missing} is missing`);
  const sections = new Map<string, string>();
  const questions = rows.map((row, index) => {
    const cell = (name: (typeof COLUMNS)[number]): string => row[header.indexOf(name)] ?? "";
    const section = cell("section");
    if (!sections.has(section)) sections.set(section, cell("section_title") || section);
    return {
      section,
      key: cell("key"),
      type: cell("type"),
      text: cell("text"),
      good: cell("good"),
      rule: readRule(cell("rule"), index + 2),
      why: cell("why"),
      weight: Number(cell("weight")),
      isMust: cell("must") === "yes",
      strengthMin: cell("strength_min") || "claimed",
      options: readPairs(cell("options")).map(([value, label]) => ({ value, label })),
      unit: cell("unit") || null,
      clauses: readPairs(cell("clauses")).map(([framework, ref]) => ({ framework, ref })),
    };
  });
  return { sections: [...sections].map(([key, title]) => ({ key, title })), questions };
}

/** Reads what `writeChecklist` wrote, or what somebody wrote in that form. Throws `invalid_input` naming the line or the part. */
export function readChecklist(text: string, format: ChecklistFormat): ChecklistContent {
  if (text.trim() === "") throw unreadable("it is empty");
  if (text.length > CHECKLIST_TEXT_MAX) throw unreadable("it is too large for a checklist");
  return parseInput(ChecklistContentInput, format === "yaml" ? readYaml(text) : readCsv(text));
}
