import type { Json } from "@/lib/kernel/canonical-json";
import { JSON_KIND_NAMES, type JsonLeaf, toLeaves, toPathWords } from "@/components/reviews/json-leaves";

/** One value that was added, changed or taken away; undefined where it is not there. */
export type JsonDifference = { key: string; label: string; before: string | undefined; after: string | undefined };

function toWords({ kind, text }: JsonLeaf, isKindChanged: boolean): string {
  return isKindChanged ? `${text} (${JSON_KIND_NAMES[kind]})` : text;
}

/** Each value that an edit added, changed or took away, by its place. That 12 became "12" is a change as well, and is said. */
export function toJsonDifferences(before: Json, after: Json): JsonDifference[] {
  const byPlace = (value: Json) => new Map(toLeaves(value).map((leaf) => [JSON.stringify(leaf.path), leaf]));
  const [old, next] = [byPlace(before), byPlace(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key): JsonDifference[] => {
    const [was, is] = [old.get(key), next.get(key)];
    const isKindChanged = was !== undefined && is !== undefined && was.kind !== is.kind;
    if (was?.text === is?.text && !isKindChanged) return [];
    const label = toPathWords((is ?? was)?.path ?? []);
    return [{ key, label, before: was && toWords(was, isKindChanged), after: is && toWords(is, isKindChanged) }];
  });
}
