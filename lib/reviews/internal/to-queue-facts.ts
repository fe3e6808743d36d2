import type { Prisma } from "@/lib/db/generated/client";
import type { TriageKind } from "@/lib/kernel/triage-kinds";

export const QUEUE_SELECT = {
  name: true,
  position: true,
  kinds: true,
  languages: true,
  amountMin: true,
  currency: true,
  escalationIds: true,
} satisfies Prisma.ReviewQueueSelect;

type Row = Prisma.ReviewQueueGetPayload<{ select: typeof QUEUE_SELECT }>;

export type QueueFacts = {
  name: string;
  position: number;
  /** Empty fits every kind. */
  kinds: TriageKind[];
  /** ISO 639-1; empty fits every language. */
  languages: string[];
  amountMin: string | null;
  currency: string | null;
  escalationIds: string[];
};

export function toQueueFacts({ amountMin, ...queue }: Row): QueueFacts {
  return { ...queue, amountMin: amountMin === null ? null : amountMin.toString() };
}
