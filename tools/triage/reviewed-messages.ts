import { z } from "zod";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import type { Example } from "./examples";

/** One line of what reviewers exported: a message and the kinds that it was held for rightly; none where an agent could have answered it. */
const Line = z.strictObject({
  text: z.string().min(1),
  kinds: z.array(z.enum(TRIAGE_KINDS)),
  language: z.string().optional(),
});

/** Reads NDJSON. An error names the line and never what stands in it: these are customers' words. */
export function readReviewedMessages(ndjson: string, name: string): Example[] {
  return ndjson.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const { text, kinds, language = "en" } = readLine(line, `${name}, line ${index + 1}`);
    const classes = kinds.length === 0 ? (["ordinary"] as const) : [...new Set(kinds)];
    return [{ text, classes, language, isReal: true }];
  });
}

function readLine(line: string, place: string): z.infer<typeof Line> {
  const parsed = Line.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${place}: write {"text": "…", "kinds": [${TRIAGE_KINDS.map((kind) => `"${kind}"`).join(", ")}]}, with the kinds that apply.`,
  );
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
