import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { TriageClass } from "@/lib/kernel/triage-model";
import { countExpansions, expandPattern, type Pattern, readPattern, readSlots, type Slots, toLines } from "./grammar";
import { SeededRandom } from "./random";
import { varyText } from "./vary-text";

/** One text to train on. */
export type Example = {
  readonly text: string;
  readonly classes: readonly TriageClass[];
  readonly language: string;
  /** Whether a customer wrote it. */
  readonly isReal?: boolean;
};

export const TEXTS_FOLDER = path.join(process.cwd(), "tools/triage/texts");
const EXPANSIONS_MAX = 24;
const LONG_SHARE = 0.35;

/** `wanted` is how many texts a line asks for with "@200", or null. */
type WrittenPattern = {
  pattern: Pattern;
  name: TriageClass;
  language: string;
  place: string;
  wanted: number | null;
};

/** The texts written for this project, expanded; `isKept` chooses among the patterns by their place ("file:line"). The same for the same seed. */
export function generateExamples(seed: number, isKept: (place: string) => boolean = () => true): Example[] {
  const random = new SeededRandom(seed);
  const slots = readSlots(readFileSync(path.join(TEXTS_FOLDER, "slots.txt"), "utf8"));
  const patterns = readPatterns().filter(({ place }) => isKept(place));
  const short = patterns.flatMap((written) => expandWritten(written, slots, random));
  return [...short, ...composeLong(short, random), ...composeStories(slots, random, isKept)];
}

function readPatterns(): WrittenPattern[] {
  const patterns: WrittenPattern[] = [];
  for (const file of readdirSync(TEXTS_FOLDER).sort()) {
    const match =
      /^(all|ordinary|complaint|payment_dispute|legal_issue|unusual_request)(?:\.[a-z]+)?\.([a-z]{2})\.txt$/.exec(file);
    if (match === null) continue;
    const [, kind = "", language = ""] = match;
    let name = kind as TriageClass;
    for (const [number, line] of toLines(readFileSync(path.join(TEXTS_FOLDER, file), "utf8")).entries()) {
      if (line.startsWith("== ")) name = line.slice(3) as TriageClass;
      else patterns.push({ ...readLine(line), name, language, place: `${file}:${number}` });
    }
  }
  if (patterns.length === 0) throw new Error(`no training texts in ${TEXTS_FOLDER}`);
  return patterns;
}

function readLine(line: string): Pick<WrittenPattern, "pattern" | "wanted"> {
  const match = /^@(\d{1,4}) (.*)$/.exec(line);
  return match === null
    ? { pattern: readPattern(line), wanted: null }
    : { pattern: readPattern(match[2] ?? ""), wanted: Number(match[1]) };
}

function expandWritten(written: WrittenPattern, slots: Slots, random: SeededRandom): Example[] {
  const { pattern, name, language } = written;
  const wanted = written.wanted ?? Math.max(2, countExpansions(pattern, EXPANSIONS_MAX));
  const texts = new Set<string>();
  for (let tries = 0; tries < wanted * 2 && texts.size < wanted; tries += 1) {
    texts.add(varyText(expandPattern(pattern, slots, random), language, random));
  }
  return [...texts].map((text) => ({ text, classes: [name], language }));
}

/** Several messages of one kind in one text; what must be held sometimes stands among ordinary sentences. */
function composeLong(short: readonly Example[], random: SeededRandom): Example[] {
  const byKey = new Map<string, Example[]>();
  const ordinaryByLanguage = new Map<string, Example[]>();
  for (const example of short) {
    const key = `${example.classes[0]} ${example.language}`;
    byKey.set(key, [...(byKey.get(key) ?? []), example]);
  }
  for (const [key, examples] of byKey) if (key.startsWith("ordinary ")) ordinaryByLanguage.set(key.slice(9), examples);
  const long: Example[] = [];
  for (const examples of byKey.values()) {
    const count = Math.round(examples.length * LONG_SHARE);
    for (let made = 0; made < count; made += 1) {
      const [first] = examples;
      if (first === undefined) continue;
      const chosen = Array.from({ length: 1 + random.below(random.chance(0.25) ? 9 : 4) }, () =>
        random.pick(examples, first),
      );
      const isMixed = first.classes[0] !== "ordinary" && random.chance(0.4);
      const beside = isMixed ? [random.pick(ordinaryByLanguage.get(first.language) ?? [], first)] : [];
      const text = random
        .shuffle([...chosen, ...beside])
        .map((example) => example.text)
        .join(random.pick([". ", " ", "\n", "! ", "\n\n"], " "));
      long.push({ text, classes: first.classes, language: first.language });
    }
  }
  return long;
}

/** Stories of legal trouble: sentences of one topic with the words that go with all of them. */
function composeStories(slots: Slots, random: SeededRandom, isKept: (place: string) => boolean): Example[] {
  const topics = new Map<string, Pattern[]>();
  let topic = "";
  for (const line of toLines(readFileSync(path.join(TEXTS_FOLDER, "stories.legal.en.txt"), "utf8"))) {
    if (line.startsWith("== ")) topic = line.slice(3);
    else topics.set(topic, [...(topics.get(topic) ?? []), readPattern(line)]);
  }
  const general = topics.get("any") ?? [];
  const stories: Example[] = [];
  for (const [name, patterns] of topics) {
    if (name === "any" || !isKept(`stories.legal:${name}`)) continue;
    for (let made = 0; made < 110; made += 1) {
      const isLong = random.chance(0.3);
      const own = random.shuffle(patterns).slice(0, 1 + random.below(isLong ? 9 : 4));
      const rest = random.shuffle(general).slice(0, random.below(isLong ? 8 : 3));
      const sentences = [...own, ...rest].map((pattern) => expandPattern(pattern, slots, random));
      const text = random.chance(0.5) ? sentences.join(" ") : random.shuffle(sentences).join(" ");
      stories.push({ text: varyText(text, "en", random), classes: ["legal_issue"], language: "en" });
    }
  }
  return stories;
}
