import type { Prisma } from "@/lib/db/generated/client";

export const SETTING_SELECT = {
  timeZone: true,
  workDays: true,
  workStartMinute: true,
  workEndMinute: true,
  claimMinutes: true,
  releaseMinutes: true,
  outcomeMinutes: true,
  twoPersonAmount: true,
  twoPersonCurrency: true,
  sampleShare: true,
  ordinaryMin: true,
  classifierUrl: true,
  classifierSecretSealed: true,
  version: true,
} satisfies Prisma.ReviewSettingSelect;

type Row = Prisma.ReviewSettingGetPayload<{ select: typeof SETTING_SELECT }>;

/** What is set, without the secret: only whether there is one. */
export function toSettingFacts({ twoPersonAmount, classifierSecretSealed, version: _, ...setting }: Row) {
  return {
    ...setting,
    twoPersonAmount: twoPersonAmount.toString(),
    hasClassifierSecret: classifierSecretSealed !== null,
  };
}
export type SettingFacts = ReturnType<typeof toSettingFacts>;
