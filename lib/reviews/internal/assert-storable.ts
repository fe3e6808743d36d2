import { DomainError } from "@/lib/kernel/domain-error";
import { isWellFormed } from "@/lib/reviews/json-value";

/** Deep enough for what `JsonValue` takes as the data of an action. */
const DEPTH_MAX = 66;
const VALUES_MAX = 20_000;

type Found = { value: unknown; path: readonly string[] };

function explainFault({ value, path }: Found): string | null {
  if (path.length > DEPTH_MAX) return `is nested deeper than ${DEPTH_MAX} levels`;
  if (typeof value === "string" && !isWellFormed(value))
    return "holds half a character (a lone surrogate): send whole Unicode characters";
  if (typeof value !== "number") return null;
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    return "is a number that would not keep its digits: send it in quotes";
  return null;
}

/** Names of our own fields, which a refusal may show; an agent's own may be a customer's value. */
const NAMES = new Set(
  "text,thread,from,at,reply,note,case,subject,dataset,id,action,order,data,customerFlags".split(","),
);

function toField(path: readonly string[]): string {
  const own = path.slice(0, 3);
  const foreign = own.findIndex(
    (part, index) => own[index - 1] === "data" || !(NAMES.has(part) || /^\d{1,5}$/.test(part)),
  );
  return own.slice(0, foreign === -1 ? undefined : foreign).join(".");
}

/**
 * Refuses what JSON can carry and what cannot be kept to the last character: halves of characters, numbers that lose digits, depths that
 * exhaust a parser. Walks without recursion, so that no input is too deep for it. Throws `invalid_input`.
 */
export function assertStorable(input: unknown): void {
  const waiting: Found[] = [{ value: input, path: [] }];
  for (let count = 0; ; count += 1) {
    const found = waiting.pop();
    if (found === undefined) return;
    const { value, path } = found;
    const field = toField(path);
    const refuse = (fault: string): never => {
      throw new DomainError(
        "invalid_input",
        field === "" ? `The input ${fault}.` : `${field}: ${fault}.`,
        field || undefined,
      );
    };
    if (count > VALUES_MAX) refuse(`holds more than ${VALUES_MAX} values`);
    const fault = explainFault(found);
    if (fault !== null) refuse(fault);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (name === "__proto__" || !isWellFormed(name)) refuse("holds a name that cannot be kept");
      waiting.push({ value: member, path: [...path, name] });
    }
  }
}
