import { acknowledgeAlarmAction } from "@/app/(console)/audit/actions";
import { whyNot } from "@/app/(console)/why-not";
import { toAlarmSentence } from "@/components/audit/log-words";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { LogAlarm } from "@/lib/audit/get-log-state";
import type { RequestContext } from "@/lib/identity/request-context";

/** What is wrong with the log, each alarm with a way to set it aside once a person has found out why. */
export function AlarmList({ ctx, alarms }: { ctx: RequestContext; alarms: readonly LogAlarm[] }) {
  if (alarms.length === 0) return <Callout tone="good" title="No alarm: the log agrees with what its anchors hold." />;
  const reason = whyNot(ctx, "log:acknowledge");
  return (
    <Section title="Alarms" description="Until they are set aside the log does not grow and every page says so.">
      <ul className="space-y-4">
        {alarms.map((alarm) => (
          <li key={alarm.id} className="space-y-3">
            <Callout tone="danger" title={toAlarmSentence(alarm)}>
              <RelativeTime at={alarm.at} />
            </Callout>
            <Form action={acknowledgeAlarmAction} className="max-w-xl space-y-3" aria-label="Set the alarm aside">
              <input type="hidden" name="alarmId" value={alarm.id} />
              <TextareaField
                name="note"
                label="What was found"
                help="Kept in the audit log. It excuses exactly this evidence; a log that is broken raises the alarm again."
                required
                rows={2}
              />
              <SubmitButton variant="danger" disabledReason={reason}>
                Set this alarm aside
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
