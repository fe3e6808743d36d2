import { z } from "zod";
import { DayCap } from "@/lib/agents/day-cap";
import { OPERATORS } from "@/lib/kernel/row-condition";
import { TREATMENTS } from "@/lib/kernel/vocabulary";

const name = z.string().min(1, "is required").max(128, "must be at most 128 characters");
const literal = z.union([z.string().max(1_000, "must be at most 1000 characters"), z.number(), z.boolean()]);

export const RowBoundInput = z
  .array(
    z.union(
      [
        z.object({ field: name, op: z.enum(["is_null", "is_not_null"]) }).strict(),
        z.object({ field: name, op: z.literal("in"), value: z.array(literal).min(1).max(100) }).strict(),
        z
          .object({ field: name, op: z.literal("eq"), value: z.object({ ref: z.literal("case.subject") }).strict() })
          .strict(),
        z
          .object({ field: name, op: z.enum(OPERATORS).exclude(["in", "is_null", "is_not_null"]), value: literal })
          .strict(),
      ],
      { error: "each condition needs a field, an operator and a value of its kind" },
    ),
  )
  .max(20, "must hold at most 20 conditions");

/** What a scope grants. `expiresAt` is an ISO 8601 time or date. */
export const ScopeInput = z.object({
  purposes: z.array(z.string()).min(1, "choose at least one purpose").max(30, "choose at most 30"),
  fields: z
    .record(name, z.enum(TREATMENTS, "is not a treatment"))
    .refine((fields) => Object.keys(fields).length > 0, "grant at least one field"),
  rowBound: RowBoundInput.default([]),
  requiresCase: z.boolean().default(false),
  rowsPerRequestMax: z.coerce
    .number("must be a number of rows")
    .int("must be whole rows")
    .min(1, "must be at least 1")
    .max(1_000, "must be at most 1000"),
  rowsPerDayMax: DayCap,
  subjectsPerDayMax: DayCap,
  expiresAt: z.coerce.date("must be a date"),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type ScopeInput = z.input<typeof ScopeInput>;
export type ParsedScope = z.output<typeof ScopeInput>;
