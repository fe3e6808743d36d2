import { recordAt } from "@/lib/audit/record";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ReviewPolicy } from "./load-review-policy";
import { toUnavailable } from "./to-unavailable";

/**
 * Puts into the log that a customer's words are about to go to the external classifier, where one is set. False when the policy that
 * sets it was no longer in force: then nothing may be sent.
 */
export async function announceClassifier(
  ctx: RequestContext,
  { setting, policyVersion }: Pick<ReviewPolicy, "setting" | "policyVersion">,
  agent: { agentId?: string; keyId?: string },
): Promise<boolean> {
  if (setting.classifierUrl === null) return true;
  const host = URL.canParse(setting.classifierUrl) ? new URL(setting.classifierUrl).host : "";
  const durable = await recordAt(ctx, policyVersion, [{ action: "classifier.asked", host, ...agent }]).catch(
    (error: unknown) => {
      throw toUnavailable(error);
    },
  );
  return durable !== null;
}
