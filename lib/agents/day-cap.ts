import { z } from "zod";

/** A cap for a day; empty or absent: none. */
export const DayCap = z
  .union([
    z.literal("").transform(() => null),
    z.coerce
      .number("must be a number, or empty")
      .int("must be whole")
      .min(1, "must be at least 1")
      .max(100_000_000, "must be at most 100000000"),
  ])
  .nullish()
  .transform((cap) => cap ?? null);
