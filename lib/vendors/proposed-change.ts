import { z } from "zod";
import { LAPSE_EFFECTS, SUBPROCESSOR_REACHES } from "@/lib/kernel/vendor-vocabulary";
import { CATEGORIES } from "@/lib/kernel/vocabulary";

const Day = z.iso.date();

/** The last days of a vendor's agreements, as `YYYY-MM-DD`; null: no end is agreed. */
export const Agreements = z.object({ contractUntil: Day.nullable(), dpaUntil: Day.nullable() });
export type Agreements = z.output<typeof Agreements>;

const Certificate = z.object({
  name: z.string(),
  scope: z.string(),
  validFrom: Day,
  validUntil: Day,
  onLapse: z.enum(LAPSE_EFFECTS),
});

/** A change of a vendor that would let its agents do more, as it waits for a second person. */
export const ProposedChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("agreements"), before: Agreements, after: Agreements }),
  z.object({ kind: z.literal("certification"), before: Certificate, after: Certificate }),
  z.object({
    kind: z.literal("subprocessor_removal"),
    before: z.object({
      subprocessorId: z.string(),
      service: z.string(),
      reach: z.enum(SUBPROCESSOR_REACHES),
      categories: z.array(z.enum(CATEGORIES)),
    }),
    after: z.null(),
  }),
]);
export type ProposedChange = z.output<typeof ProposedChange>;
