import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";

export const POLICY_SELECT = {
  isAllHeld: true,
  heldActionKinds: true,
  thresholds: true,
  ordinaryMin: true,
  approvalsNeeded: true,
} satisfies Prisma.AgentReviewPolicySelect;

type Row = Prisma.AgentReviewPolicyGetPayload<{ select: typeof POLICY_SELECT }>;

const Thresholds = z.partialRecord(z.enum(TRIAGE_KINDS), z.number());

export type PolicyFacts = Omit<Row, "thresholds"> & { thresholds: z.output<typeof Thresholds> };

export function toPolicyFacts({ thresholds, ...policy }: Row): PolicyFacts {
  return { ...policy, thresholds: Thresholds.parse(thresholds) };
}
