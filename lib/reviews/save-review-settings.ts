import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { seal } from "@/lib/runtime/keyring";
import { parseInput } from "@/lib/runtime/parse-input";
import { SETTING_SELECT, toSettingFacts } from "./internal/to-setting-facts";
import { ReviewSettingsInput } from "./review-settings-input";

const PLACE = { table: "review_setting", column: "classifier_secret_sealed", rowId: "1" } as const;

/** The column's value, or nothing to keep what is there. */
function toSecretColumn(secret: string | null | undefined): { classifierSecretSealed?: string | null } {
  if (secret === undefined) return {};
  return { classifierSecretSealed: secret === null ? null : seal(secret, PLACE) };
}

async function lockSetting(tx: Transaction) {
  await tx.$executeRaw`SELECT 1 FROM review_setting WHERE id = 1 FOR UPDATE`;
  return tx.reviewSetting.findUniqueOrThrow({ where: { id: 1 }, select: SETTING_SELECT });
}

/** Changes the settings of triage and reviewing, from the next message and decision on. Throws `conflict` when somebody else just did. */
export async function saveReviewSettings(ctx: RequestContext, input: ReviewSettingsInput): Promise<void> {
  authorize(ctx, "review_settings:write");
  const { version, classifierSecret, ...wanted } = parseInput(ReviewSettingsInput, input);
  return commit(ctx, async (tx) => {
    const stored = await lockSetting(tx);
    if (stored.version !== version)
      throw new DomainError("conflict", "Somebody changed these settings meanwhile: look at them again.", "version");
    const changed = await tx.reviewSetting.update({
      where: { id: 1 },
      data: { ...wanted, ...toSecretColumn(classifierSecret), version: { increment: 1 } },
      select: SETTING_SELECT,
    });
    const isSecretChanged = classifierSecret !== undefined;
    return {
      result: undefined,
      events: [
        {
          action: "review_settings.changed",
          before: toSettingFacts(stored),
          after: { ...toSettingFacts(changed), isSecretChanged },
        },
      ],
    };
  });
}
