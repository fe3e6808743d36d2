import type { SeededRandom } from "./random";

/** A pattern of the training texts: "{a|b} <slot>" where braces nest, an empty choice is allowed, and a slot is a named list. */
type Part = string | { readonly choices: readonly (readonly Part[])[] } | { readonly slot: string };
export type Pattern = readonly Part[];
export type Slots = ReadonlyMap<string, readonly Pattern[]>;

export function readSlots(text: string): Slots {
  const slots = new Map<string, readonly Pattern[]>();
  for (const line of toLines(text)) {
    const [name = "", choices = ""] = line.split(/ = (.*)/s);
    slots.set(
      name,
      choices.split(" | ").map((choice) => readPattern(choice.trim())),
    );
  }
  return slots;
}

export function toLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("# "));
}

export function readPattern(source: string): Pattern {
  return readParts(source, 0, false).parts[0] ?? [];
}

function readParts(source: string, start: number, isInside: boolean): { parts: Part[][]; end: number } {
  const parts: Part[][] = [[]];
  let text = "";
  let index = start;
  const flush = () => {
    if (text !== "") parts.at(-1)?.push(text);
    text = "";
  };
  while (index < source.length) {
    const character = source.charAt(index);
    const slot = character === "<" ? /^<([a-z0-9]+)>/.exec(source.slice(index, index + 24)) : null;
    if (character === "{") {
      flush();
      const inner = readParts(source, index + 1, true);
      parts.at(-1)?.push({ choices: inner.parts });
      index = inner.end;
    } else if (character === "}") {
      if (!isInside) throw new Error(`a brace is closed that was not opened: ${source}`);
      flush();
      return { parts, end: index + 1 };
    } else if (character === "|" && isInside) {
      flush();
      parts.push([]);
      index += 1;
    } else if (slot !== null) {
      flush();
      parts.at(-1)?.push({ slot: slot[1] ?? "" });
      index += slot[0].length;
    } else {
      text += character;
      index += 1;
    }
  }
  if (isInside) throw new Error(`a brace is not closed: ${source}`);
  flush();
  return { parts, end: index };
}

export function expandPattern(pattern: Pattern, slots: Slots, random: SeededRandom): string {
  return expandParts(pattern, slots, random, 0)
    .replaceAll("\\n", "\n")
    .replace(/[ \t]+/g, " ")
    .replace(/ ([,.?!])/g, "$1")
    .trim();
}

function expandParts(pattern: Pattern, slots: Slots, random: SeededRandom, depth: number): string {
  if (depth > 8) throw new Error("slots refer to each other in a circle");
  const expanded = pattern.map((part) => {
    if (typeof part === "string") return part;
    if ("choices" in part) return expandParts(random.pick(part.choices, []), slots, random, depth + 1);
    const choices = slots.get(part.slot);
    if (choices === undefined) throw new Error(`no slot is named ${part.slot}`);
    return expandParts(random.pick(choices, []), slots, random, depth + 1);
  });
  return expanded.join("");
}

/** How many texts a pattern can give, at most `limit`; slots count as four. */
export function countExpansions(pattern: Pattern, limit: number): number {
  let count = 1;
  for (const part of pattern) {
    if (typeof part === "string") continue;
    const choices = "slot" in part ? 4 : part.choices.reduce((sum, choice) => sum + countExpansions(choice, limit), 0);
    count = Math.min(limit, count * choices);
  }
  return count;
}
