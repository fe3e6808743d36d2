import type { z } from "zod";
import { DomainError } from "@/lib/kernel/domain-error";

/** Parses a caller's input, or throws `invalid_input` naming the first wrong field and what it must be; never the value. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join(".") ?? "";
  const sentence = issue?.message ?? "is not valid";
  throw new DomainError(
    "invalid_input",
    field === "" ? `The input is not valid: ${sentence}.` : `${field}: ${sentence}.`,
    field || undefined,
  );
}
