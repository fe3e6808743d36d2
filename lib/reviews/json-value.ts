import { z } from "zod";
import type { Json } from "@/lib/kernel/canonical-json";

const DEPTH_MAX = 64;

/** With the flag `u` only a surrogate that stands alone is one: no JSON text holds it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const MALFORMED = "must be well-formed Unicode";

export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** A string that can be digested. */
export const WellFormed = z.string().refine(isWellFormed, MALFORMED);

function findKeyFault(key: string): string | null {
  // zod leaves such a member out without a word, and then what is kept would not be what was sent.
  if (key === "__proto__") return 'must have no member called "__proto__"';
  return isWellFormed(key) ? null : MALFORMED;
}

function findNumberFault(value: number): string | null {
  const isLossy = !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  return isLossy ? "must be a number that keeps its digits: write it in quotes" : null;
}

function findLeafFault(value: unknown): string | null {
  if (typeof value === "string" && !isWellFormed(value)) return MALFORMED;
  return typeof value === "number" ? findNumberFault(value) : null;
}

/** What keeps a value from being kept exactly as it came, or null. Its depth is asked before anything that recurses. */
function findFault(value: unknown): string | null {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { value: current, depth } = each;
    const leaf = findLeafFault(current);
    if (leaf !== null) return leaf;
    if (typeof current !== "object" || current === null) continue;
    if (depth >= DEPTH_MAX) return `must be nested at most ${DEPTH_MAX} deep`;
    for (const [key, member] of Object.entries(current)) {
      const fault = findKeyFault(key);
      if (fault !== null) return fault;
      open.push({ value: member, depth: depth + 1 });
    }
  }
  return null;
}

/** Any JSON, which comes out exactly as it went in, or is refused. */
export const JsonValue: z.ZodType<Json> = z
  .unknown()
  .superRefine((value, context) => {
    const fault = findFault(value);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  })
  .pipe(z.json("must be JSON"));
