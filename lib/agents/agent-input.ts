import { z } from "zod";
import { Region } from "@/lib/vendors/vendor-input";

const text = (max: number) => z.string().trim().min(1, "is required").max(max, `must be at most ${max} characters`);

/** What people say about an agent. */
export const AgentInput = z.object({
  name: text(80),
  description: text(600),
  ownerId: z.uuid("choose a person"),
  sponsorId: z.uuid("choose a person"),
  model: text(120),
  /** Whose software it is. A draft may lack it; an agent is not activated without. */
  vendorId: z
    .union([z.literal("").transform(() => null), z.uuid("choose a vendor")])
    .nullish()
    .transform((id) => id ?? null),
  /** Where it runs: EU, EEA or a country's two letters. Conditions on regions are not met by an agent of which nobody said. */
  region: z
    .union([z.literal("").transform(() => null), Region])
    .nullish()
    .transform((region) => region ?? null),
  /** What its ordinary messages are about; empty: any customer service. */
  topics: z.array(text(80)).max(40, "name at most 40 topics").default([]),
});
export type AgentInput = z.input<typeof AgentInput>;
