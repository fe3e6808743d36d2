import type { Difference } from "@/components/ui/difference-list";
import type { StoredEvent } from "@/lib/audit/stored-event";

type Facts = { [name: string]: unknown };

function factsOf(event: StoredEvent, key: "before" | "after"): Facts | null {
  const value: unknown = Reflect.get(event, key);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Facts) : null;
}

function toText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(toText).join(", ");
  return JSON.stringify(value);
}

/** "rowsPerRequestMax" as people read it: "Rows per request max". */
function toWords(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Facts one level deep, so that each field of a scope stands by itself. */
function flatten(facts: Facts): Map<string, string | null> {
  const flat = new Map<string, string | null>();
  for (const [name, value] of Object.entries(facts)) {
    const isNested = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isNested) flat.set(toWords(name), toText(value));
    else for (const [part, inner] of Object.entries(value)) flat.set(`${toWords(name)}: ${part}`, toText(inner));
  }
  return flat;
}

/** What an event changed, before and after; null for events that change nothing or say it in another way. */
export function toDifferences(event: StoredEvent): Difference[] | null {
  const [before, after] = [factsOf(event, "before"), factsOf(event, "after")];
  if (before === null && after === null) return null;
  const [old, now] = [flatten(before ?? {}), flatten(after ?? {})];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => (old.get(key) ?? null) !== (now.get(key) ?? null))
    .map((key) => ({ key, label: key, before: old.get(key), after: now.get(key) }));
}
