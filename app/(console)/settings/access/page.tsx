import type { Metadata } from "next";
import { switchTwoPersonRuleAction } from "@/app/(console)/settings/access/actions";
import { SettingsFrame } from "@/app/(console)/settings/settings-frame";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TwoPersonRule } from "@/components/widenings/two-person-rule";
import { getAccessSettings } from "@/lib/scopes/get-access-settings";

export const metadata: Metadata = { title: "Access settings" };

export default async function AccessSettingsPage() {
  const ctx = await requireContext("access_settings:read");
  const { isTwoPersonRuleOn: isOn } = await getAccessSettings(ctx);
  return (
    <SettingsFrame ctx={ctx} title="Access" description="Who has to agree before an agent sees more.">
      <Card
        title="Two-person rule"
        description="What lets an agent see more waits until another person agrees. What narrows is in force at once."
      >
        <div className="flex flex-wrap items-center gap-4">
          <Badge tone={isOn ? "good" : "neutral"}>{isOn ? "On" : "Off"}</Badge>
          <TwoPersonRule
            isOn={isOn}
            action={switchTwoPersonRuleAction}
            disabledReason={whyNot(ctx, "access_settings:write")}
          />
        </div>
      </Card>
    </SettingsFrame>
  );
}
