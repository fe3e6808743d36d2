import type { Metadata } from "next";
import { saveKindRuleAction, saveReviewSettingsAction } from "@/app/(console)/settings/reviews/actions";
import { SettingsFrame } from "@/app/(console)/settings/settings-frame";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { KindMark } from "@/components/reviews/kind-mark";
import { KindRuleForm } from "@/components/reviews/kind-rule-form";
import { ReviewSettingsForm } from "@/components/reviews/review-settings-form";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { getReviewSettings } from "@/lib/reviews/get-review-settings";
import { listKindRules } from "@/lib/reviews/list-kind-rules";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewSettingsPage() {
  const ctx = await requireContext("review_settings:read");
  const [settings, rules] = await Promise.all([getReviewSettings(ctx), listKindRules(ctx)]);
  const reason = whyNot(ctx, "review_settings:write");
  return (
    <SettingsFrame
      ctx={ctx}
      title="Reviews"
      description="How long an item may wait, how many must agree, and how long what was approved counts."
    >
      <div className="space-y-10">
        <Section
          title="By kind"
          description="When the time is over an item counts as rejected. Nothing is ever approved by a clock."
        >
          <div className="grid items-start gap-4 xl:grid-cols-2">
            {rules.map((rule) => (
              <Card key={rule.kind} headingLevel={3} title={<KindMark kind={rule.kind} />}>
                <KindRuleForm action={saveKindRuleAction} rule={rule} disabledReason={reason} />
              </Card>
            ))}
          </div>
        </Section>
        <Section title="For all kinds">
          <ReviewSettingsForm
            // After a save the form starts again from what is stored.
            key={settings.version}
            action={saveReviewSettingsAction}
            values={settings}
            timeZones={Intl.supportedValuesOf("timeZone")}
            disabledReason={reason}
          />
        </Section>
      </div>
    </SettingsFrame>
  );
}
