import type { Prisma } from "@/lib/db/generated/client";
import type { TriageKind } from "@/lib/kernel/triage-kinds";

export const RULE_SELECT = {
  name: true,
  kind: true,
  agentId: true,
  phrases: true,
  amountMin: true,
  currency: true,
  customerFlags: true,
  languages: true,
  actionKinds: true,
  isEnabled: true,
} satisfies Prisma.TriageRuleSelect;

type Row = Prisma.TriageRuleGetPayload<{ select: typeof RULE_SELECT }>;

export type RuleFacts = {
  name: string;
  kind: TriageKind;
  /** Null: for every agent. */
  agentId: string | null;
  phrases: string[];
  amountMin: string | null;
  currency: string | null;
  customerFlags: string[];
  languages: string[];
  actionKinds: string[];
  isEnabled: boolean;
};

export function toRuleFacts({ amountMin, ...rule }: Row): RuleFacts {
  return { ...rule, amountMin: amountMin === null ? null : amountMin.toString() };
}
