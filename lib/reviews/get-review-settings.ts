import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { SETTING_SELECT, type SettingFacts, toSettingFacts } from "./internal/to-setting-facts";

export type ReviewSettings = SettingFacts & {
  /** Given back when saving: a change that somebody else made in between is not overwritten. */
  version: number;
};

/** The settings of triage and reviewing. The classifier's secret is never read back. */
export async function getReviewSettings(ctx: RequestContext): Promise<ReviewSettings> {
  authorize(ctx, "review_settings:read");
  const setting = await reader().reviewSetting.findUniqueOrThrow({ where: { id: 1 }, select: SETTING_SELECT });
  return { ...toSettingFacts(setting), version: setting.version };
}
