import { cancelDiscoveryAction } from "@/app/(console)/data/actions";
import { type DiscoveryRun, isUnderWay } from "@/app/(console)/data/source-state";
import { ActionButton } from "@/components/data/action-button";
import { DiscoveryProgress, type DiscoveryStep } from "@/components/data/discovery-progress";
import { KeepCurrent } from "@/components/data/keep-current";
import { RelativeTime } from "@/components/ui/relative-time";

type StepState = DiscoveryStep["state"];

const ENDS: { readonly [S in DiscoveryRun["state"]]: StepState } = {
  queued: "waiting",
  running: "running",
  cancelling: "running",
  done: "done",
  cancelled: "cancelled",
  failed: "failed",
  interrupted: "failed",
};

/** A run as two steps: listing the source, then reading and judging table by table. */
function toSteps(run: DiscoveryRun): DiscoveryStep[] {
  const isListed = run.datasetsTotal > 0 || run.state === "done";
  const end = ENDS[run.state];
  const tables = `${run.datasetsDone.toLocaleString("en-GB")} of ${run.datasetsTotal.toLocaleString("en-GB")}`;
  return [
    { key: "list", label: "List tables, views and columns", state: isListed ? "done" : end },
    {
      key: "judge",
      label: "Judge what each column holds",
      state: isListed ? end : end === "running" ? "waiting" : end,
      ...(isListed && { detail: tables, value: run.datasetsTotal === 0 ? 1 : run.datasetsDone / run.datasetsTotal }),
    },
  ];
}

const TITLES: { readonly [S in DiscoveryRun["state"]]: string } = {
  queued: "Waiting for its turn",
  running: "Discovering",
  cancelling: "Stopping after the table at hand",
  done: "Discovered",
  cancelled: "Cancelled",
  failed: "Failed",
  interrupted: "Interrupted",
};

function Outcome({ run }: { run: DiscoveryRun }) {
  if (isUnderWay(run)) return <p className="text-ink-muted text-sm">It goes on without this page.</p>;
  if (run.state === "failed") return <p>{run.error ?? "It ended without saying why."} What was stored before stays.</p>;
  if (run.state === "interrupted") return <p>Its process ended. What was stored before stays; start it again.</p>;
  const skipped =
    run.datasetsSkipped === 0 ? "" : ` ${run.datasetsSkipped} tables may not be read by the source's user.`;
  return (
    <p className="text-ink-muted text-sm">
      {run.fieldsNew} new, {run.fieldsChanged} changed and {run.fieldsVanished} vanished fields.{skipped}
    </p>
  );
}

/** The newest run with its progress, and how the ones before it ended. */
export function DiscoveryPart({ runs, reason }: { runs: readonly DiscoveryRun[]; reason: string | null }) {
  const [latest, ...before] = runs;
  if (latest === undefined) return <p className="text-ink-muted">It was never discovered.</p>;
  const goesOn = isUnderWay(latest);
  return (
    <>
      {goesOn && <KeepCurrent />}
      <DiscoveryProgress
        title={TITLES[latest.state]}
        steps={toSteps(latest)}
        actions={
          goesOn && latest.state !== "cancelling" ? (
            <ActionButton action={cancelDiscoveryAction} fields={{ runId: latest.id }} disabledReason={reason}>
              Cancel it
            </ActionButton>
          ) : undefined
        }
      >
        <Outcome run={latest} />
      </DiscoveryProgress>
      {before.length > 0 && (
        <ul className="space-y-1 text-ink-muted text-sm">
          {before.map((run) => (
            <li key={run.id}>
              {TITLES[run.state]} <RelativeTime at={run.createdAt} />: {run.fieldsNew} new, {run.fieldsChanged} changed,{" "}
              {run.fieldsVanished} vanished fields
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
