"use client";

import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DrillRow } from "@/lib/policy/list-drills";

function Outcome({ hasPassed }: Pick<DrillRow, "hasPassed">) {
  if (hasPassed === null) return <Badge>Runs</Badge>;
  return hasPassed ? <Badge tone="good">Passed</Badge> : <Badge tone="danger">Failed</Badge>;
}

function Drill({ drill }: { drill: DrillRow }) {
  return (
    <li className="space-y-1 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{drill.agent.name}</span> <Outcome hasPassed={drill.hasPassed} />{" "}
        <span className="text-ink-muted text-sm">
          <RelativeTime at={drill.startedAt} />
        </span>
      </p>
      <ul className="text-ink-muted text-sm tabular-nums">
        {drill.processes.map(({ processId, label, refusedMs }) => (
          <li key={processId}>
            {label}: {refusedMs === null ? "never refused" : `refused after ${refusedMs} ms`}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Freezes a canary for real and shows what each gate process measured. */
export function DrillCard({
  agents,
  running,
  drills,
  action,
  disabledReason,
}: {
  agents: readonly { id: string; name: string }[];
  running: readonly string[];
  drills: readonly DrillRow[];
  action: FormAction;
  disabledReason: string | null;
}) {
  return (
    <div className="space-y-4">
      <p className="text-ink-muted text-sm">
        {running.length === 0
          ? "No gate process runs at the moment."
          : `${running.length === 1 ? "1 gate process runs" : `${running.length} gate processes run`}: ${running.join(", ")}.`}
      </p>
      {disabledReason === null ? (
        <Form action={action} aria-label="Freeze drill">
          <SelectField
            name="agentId"
            label="Canary"
            help="An active agent with a live key and something granted. It is frozen for about a second."
            required
            placeholder="Choose an agent"
            options={agents.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FormActions>
            <SubmitButton pendingLabel="Drilling…">Run the drill</SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <p className="text-ink-muted text-sm">{disabledReason}</p>
      )}
      {drills.length > 0 && (
        <ul aria-label="Drills" className="divide-y divide-line border-line border-t">
          {drills.map((drill) => (
            <Drill key={drill.id} drill={drill} />
          ))}
        </ul>
      )}
    </div>
  );
}
