import { z } from "zod";
import { OPERATORS } from "@/lib/kernel/row-condition";

/** As long as a cursor gets; one that is longer was not made here. */
export const CURSOR_LENGTH_MAX = 4_096;
export const LIMIT_MAX = 1_000;
const CONDITIONS_MAX = 20;
const FIELDS_MAX = 500;

const name = z
  .string({ error: "must be a name" })
  .min(1, "must not be empty")
  .max(128, "must be at most 128 characters");
const literal = z.union([z.string().max(1_000, "must be at most 1000 characters"), z.number(), z.boolean()], {
  error: "must be a string of at most 1000 characters, a number, true or false",
});

const Condition = z.discriminatedUnion(
  "op",
  [
    z.strictObject({ field: name, op: z.enum(["is_null", "is_not_null"]) }),
    z.strictObject({
      field: name,
      op: z.literal("in"),
      value: z
        .array(literal, "must be a list")
        .min(1, "must hold at least 1 value")
        .max(100, "must hold at most 100 values"),
    }),
    z.strictObject({ field: name, op: z.enum(OPERATORS).exclude(["in", "is_null", "is_not_null"]), value: literal }),
  ],
  { error: `must be a condition {field, op, value} with op one of ${OPERATORS.join(", ")}` },
);

const Order = z.strictObject({
  field: name,
  direction: z.enum(["asc", "desc"], "must be asc or desc").default("asc"),
});

/** One structured query: names and literals, never SQL. Conditions are joined by AND. */
export const ReadInput = z.strictObject(
  {
    dataset: name.meta({ description: "The dataset's name, as GET /v1/me lists it." }),
    purpose: name.meta({ description: "Why the data is read: one of the dataset's purposes." }),
    fields: z
      .array(name, "must be a list of field names")
      .min(1, "must name at least one field")
      .max(FIELDS_MAX, `must name at most ${FIELDS_MAX} fields`)
      .optional()
      .meta({ description: "The fields wanted; all that are granted when left out." }),
    where: z
      .array(Condition, "must be a list of conditions")
      .max(CONDITIONS_MAX, `must hold at most ${CONDITIONS_MAX} conditions`)
      .optional()
      .meta({ description: "Only on fields released in clear." }),
    orderBy: z
      .array(Order, "must be a list of {field, direction}")
      .max(3, "must hold at most 3 fields")
      .optional()
      .meta({ description: "Only on fields released in clear." }),
    limit: z
      .number("must be a whole number")
      .int("must be a whole number")
      .min(1, "must be at least 1")
      .max(LIMIT_MAX, `must be at most ${LIMIT_MAX}`)
      .optional()
      .meta({ description: "Rows wanted at most; the scope may allow fewer." }),
    cursor: z
      .string("must be the nextCursor of the page before")
      .max(CURSOR_LENGTH_MAX, "must be the nextCursor of the page before")
      .optional()
      .meta({ description: "The nextCursor of the page before, with everything else unchanged." }),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? "holds something that is not known here" : "must be a JSON object",
  },
);
export type ReadInput = z.input<typeof ReadInput>;
export type ParsedRead = z.output<typeof ReadInput>;
