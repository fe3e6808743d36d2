import { z } from "zod";

/** An object of an agent's request. What is not known is refused without naming it: it may be a customer's value. */
export function strictInput<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? "holds something that is not known here" : "must be a JSON object",
  });
}
