import { z } from "zod";

const FieldGrant = z.object({
  field: z.string(),
  type: z.string(),
  category: z.string(),
  treatment: z.string(),
  operators: z.array(z.string()),
});

const Purpose = z.object({
  purpose: z.string(),
  until: z.string(),
  rowsPerRequestMax: z.number(),
  isCaseRequired: z.boolean(),
  fields: z.array(FieldGrant),
});

/** What `what_may_i_see` says, as far as this agent cares. */
export const Me = z.object({
  agent: z.object({ name: z.string(), state: z.string() }),
  obstacle: z.object({ code: z.string(), sentence: z.string(), fix: z.string() }).nullable(),
  datasets: z.array(z.object({ dataset: z.string(), purposes: z.array(Purpose) })),
});
export type Me = z.output<typeof Me>;

/** One dataset for one purpose: the unit in which a person grants. */
export type Grant = { dataset: string } & z.output<typeof Purpose>;
export type FieldGrant = z.output<typeof FieldGrant>;

export const Page = z.object({
  decisionId: z.string(),
  rows: z.array(z.record(z.string(), z.unknown())),
  fields: z.record(z.string(), z.object({ treatment: z.string() })),
});
export type Page = z.output<typeof Page>;

export const Refusal = z.object({
  code: z.string(),
  sentence: z.string(),
  fix: z.string().optional(),
  decisionId: z.string().optional(),
});
export type Refusal = z.output<typeof Refusal>;
