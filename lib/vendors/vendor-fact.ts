import { z } from "zod";
import type { VendorFacts } from "@/lib/kernel/vendor-state";
import {
  ASSESSMENT_OUTCOMES,
  LAPSE_EFFECTS,
  SENSITIVITIES,
  SUBPROCESSOR_REACHES,
} from "@/lib/kernel/vendor-vocabulary";
import { CATEGORIES } from "@/lib/kernel/vocabulary";

/** Conditions as they are stored with a decision. */
export const StoredConditions = z.object({
  highestSensitivity: z.enum(SENSITIVITIES).nullable(),
  categories: z.array(z.enum(CATEGORIES)).nullable(),
  purposes: z.array(z.string()).nullable(),
  regions: z.array(z.string()).nullable(),
});

export const StoredMust = z.object({ key: z.string(), isMet: z.boolean(), validUntil: z.number().nullable() });

/** What the database's function `vendor_facts` says of one vendor: all that decides about its agents. */
export const VendorFact = z.object({
  id: z.string(),
  name: z.string(),
  graceDays: z.number(),
  contractUntil: z.number().nullable(),
  dpaUntil: z.number().nullable(),
  certifications: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      validFrom: z.number(),
      validUntil: z.number(),
      onLapse: z.enum(LAPSE_EFFECTS),
    }),
  ),
  subprocessors: z.array(
    z.object({ id: z.string(), reach: z.enum(SUBPROCESSOR_REACHES), categories: z.array(z.enum(CATEGORIES)) }),
  ),
  assessment: z
    .object({
      id: z.string(),
      number: z.number(),
      outcome: z.enum(ASSESSMENT_OUTCOMES),
      validUntil: z.number().nullable(),
      conditions: StoredConditions.nullable(),
      musts: z.array(StoredMust),
      rejected: z.array(z.string()),
      exceptions: z.array(z.object({ id: z.string(), key: z.string(), endsAt: z.number() })),
    })
    .nullable(),
}) satisfies z.ZodType<VendorFacts>;
