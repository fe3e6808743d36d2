import { z } from "zod";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";

/** Any number of kinds, without repeats, the graver first. */
export const Kinds = z
  .array(z.enum(TRIAGE_KINDS, "is not a kind"), "must be a list of kinds")
  .max(20, "names too many kinds")
  .transform((kinds) => TRIAGE_KINDS.filter((kind) => kinds.includes(kind)));
