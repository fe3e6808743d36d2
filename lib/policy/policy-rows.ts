import { z } from "zod";
import { AGENT_STATES, CATEGORIES, FREEZE_TARGETS, TREATMENTS } from "@/lib/kernel/vocabulary";
import { RowBoundInput } from "@/lib/scopes/scope-input";
import { VendorFact } from "@/lib/vendors/vendor-fact";

const Milliseconds = z.number().transform(Math.floor);

/** One agent's policy as one statement reads it, so that all of it is of one moment. */
export const PolicyRow = z.object({
  version: z.string(),
  agentId: z.string(),
  name: z.string(),
  state: z.enum(AGENT_STATES),
  rowsPerDayMax: z.number().nullable(),
  subjectsPerDayMax: z.number().nullable(),
  isSponsorPresent: z.boolean(),
  vendorId: z.string().nullable(),
  region: z.string().nullable(),
  /** The vendor and all that stand behind it. */
  vendors: z.array(VendorFact),
  /** All that are in force, whomever they stop. */
  freezes: z.array(z.object({ target: z.enum(FREEZE_TARGETS), id: z.string().nullable() })),
  keys: z.array(z.object({ id: z.string(), expiresAt: Milliseconds, isRevoked: z.boolean() })),
  purposes: z.array(z.object({ code: z.string(), sentence: z.string() })),
  scopes: z.array(
    z.object({
      id: z.string(),
      datasetId: z.string(),
      version: z.number(),
      purposes: z.array(z.string()),
      fields: z.record(z.string(), z.enum(TREATMENTS)),
      rowBound: RowBoundInput,
      requiresCase: z.boolean(),
      rowsPerRequestMax: z.number(),
      rowsPerDayMax: z.number().nullable(),
      subjectsPerDayMax: z.number().nullable(),
      expiresAt: Milliseconds,
    }),
  ),
  datasets: z.array(
    z.object({
      id: z.string(),
      sourceId: z.string(),
      name: z.string(),
      schemaName: z.string(),
      tableName: z.string(),
      recordKind: z.string(),
      subjectKey: z.string().nullable(),
      isPresent: z.boolean(),
      fields: z.array(
        z.object({
          name: z.string(),
          dataType: z.string(),
          category: z.enum(CATEGORIES),
          keyPosition: z.number().nullable(),
          isUsable: z.boolean(),
        }),
      ),
    }),
  ),
  references: z.array(
    z.object({ datasetId: z.string(), name: z.string(), referencesDatasetId: z.string(), referencesField: z.string() }),
  ),
});
export type PolicyRow = z.output<typeof PolicyRow>;
