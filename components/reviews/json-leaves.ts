import type { Json } from "@/lib/kernel/canonical-json";

export type JsonPath = readonly (string | number)[];
export type JsonKind = "text" | "number" | "truth" | "nothing" | "list" | "group";

/** What people call each kind. */
export const JSON_KIND_NAMES: { readonly [K in JsonKind]: string } = {
  text: "text",
  number: "number",
  truth: "yes or no",
  nothing: "nothing",
  list: "empty list",
  group: "empty group",
};

/** One value of a JSON text that has no further parts, with the way to it. `list` and `group` are empty ones. */
export type JsonLeaf = { path: JsonPath; kind: JsonKind; text: string };

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function partsOf(value: Json): [string | number, Json][] {
  if (value === null || typeof value !== "object") return [];
  if (isList(value)) return value.map((part, index): [number, Json] => [index, part]);
  return Object.entries(value).flatMap(([name, part]): [string, Json][] => (part === undefined ? [] : [[name, part]]));
}

function toKind(value: Json): JsonKind {
  if (value === null) return "nothing";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "truth";
  return isList(value) ? "list" : "group";
}

/** Every value that can be written in a field of its own, in the order of the text. */
export function toLeaves(value: Json, path: JsonPath = []): JsonLeaf[] {
  const parts = partsOf(value);
  if (parts.length > 0) return parts.flatMap(([name, part]) => toLeaves(part, [...path, name]));
  const kind = toKind(value);
  return [{ path, kind, text: kind === "text" ? String(value) : JSON.stringify(value) }];
}

export type LeafReading = { ok: true; value: Json } | { ok: false; why: string };

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
/** So many digits every number keeps; more would be rounded without a word. */
const DIGITS_MAX = 15;

function readNumber(text: string): LeafReading {
  const typed = text.trim();
  if (!NUMBER.test(typed)) return { ok: false, why: "This must stay a number, such as 12 or 12.5." };
  const value = Number(typed);
  const digits = typed
    .replace(/[eE].*$/, "")
    .replaceAll(/\D/g, "")
    .replace(/^0+/, "");
  // What was there already was read without loss, however long it is.
  if (!Number.isFinite(value) || (digits.length > DIGITS_MAX && JSON.stringify(value) !== typed)) {
    return { ok: false, why: "This number has more digits than JSON keeps: write it as a text." };
  }
  return { ok: true, value };
}

/** What was typed, as a value of the same kind as before: a number stays a number, a text a text. */
export function readLeaf(kind: JsonKind, text: string): LeafReading {
  switch (kind) {
    case "text":
      return { ok: true, value: text };
    case "number":
      return readNumber(text);
    case "truth":
      return text === "true" || text === "false"
        ? { ok: true, value: text === "true" }
        : { ok: false, why: "This must stay true or false." };
    case "nothing":
      return { ok: true, value: null };
    case "list":
      return { ok: true, value: [] };
    case "group":
      return { ok: true, value: {} };
  }
}

/** The same JSON with the value at `path` replaced; everything beside the way keeps its kind and its place. */
export function withLeaf(value: Json, path: JsonPath, next: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return next;
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map((part, index) => (index === name ? withLeaf(part, rest, next) : part));
  return Object.fromEntries(
    partsOf(value).map(([each, part]) => [each, each === name ? withLeaf(part, rest, next) : part]),
  );
}

/** "data.items.0.count" for people. */
export function toPathWords(path: JsonPath): string {
  return path.length === 0 ? "value" : path.join(" › ");
}

/** JSON as somebody typed it, or where it is wrong. Never repeats what was typed. */
export function readJson(text: string): LeafReading {
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (error) {
    return { ok: false, why: `This is not JSON${toPlace(text, error instanceof Error ? error.message : "")}.` };
  }
}

function toPlace(text: string, message: string): string {
  const line = /line (\d+) column (\d+)/.exec(message);
  if (line) return `: look at line ${line[1]}, column ${line[2]}`;
  const position = /position (\d+)/.exec(message);
  if (position) {
    const before = text.slice(0, Number(position[1])).split("\n");
    return `: look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  }
  return /end of (JSON|data)/i.test(message) ? ": it stops too early" : "";
}
