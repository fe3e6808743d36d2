import { z } from "zod";

const text = (max: number) => z.string().trim().min(1, "is required").max(max, `must be at most ${max} characters`);

/** What people say about an agent. */
export const AgentInput = z.object({
  name: text(80),
  description: text(600),
  ownerId: z.uuid("choose a person"),
  sponsorId: z.uuid("choose a person"),
  model: text(120),
  vendorName: text(120),
  /** What its ordinary messages are about; empty: any customer service. */
  topics: z.array(text(80)).max(40, "name at most 40 topics").default([]),
});
export type AgentInput = z.input<typeof AgentInput>;
