import type { Metadata } from "next";
import { AlarmList } from "@/app/(console)/audit/log/alarm-list";
import { AnchorList } from "@/app/(console)/audit/log/anchor-list";
import { AuditTabs } from "@/app/(console)/audit/audit-tabs";
import { foundCheckpoint } from "@/app/(console)/audit/log/found-checkpoint";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { ExportCheck } from "@/components/audit/export-check";
import { LogCheck } from "@/components/audit/log-check";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { StatTile } from "@/components/ui/stat-tile";
import { getLogState, type LogState } from "@/lib/audit/get-log-state";
import { listLogKeys } from "@/lib/audit/list-log-keys";

export const metadata: Metadata = { title: "The log" };

const NOT_BEGUN = "The log has not begun yet: the jobs' process begins it.";

function Figures({ state }: { state: LogState }) {
  const { verified } = state;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <StatTile
        label="Entries"
        value={state.size.toLocaleString("en-GB")}
        detail={state.headAt === null ? NOT_BEGUN : <RelativeTime at={state.headAt} />}
      />
      <StatTile
        label="Waiting for their place"
        value={state.waiting >= 10_000 ? "more than 10,000" : state.waiting.toLocaleString("en-GB")}
        detail="Mostly for less than a second"
      />
      <StatTile
        label="Verified by the server"
        value={verified === null ? "Not yet" : verified.isIntact ? "Intact" : "Broken"}
        detail={
          verified !== null && (
            <>
              {verified.size.toLocaleString("en-GB")} entries, <RelativeTime at={verified.at} />
            </>
          )
        }
      />
    </div>
  );
}

export default async function LogPage() {
  const ctx = await requireContext("audit:read");
  const [state, { origin, keys }, checkpoint] = await Promise.all([
    getLogState(ctx),
    listLogKeys(ctx),
    foundCheckpoint(ctx),
  ]);
  const keyTexts = keys.map(({ key }) => key);
  return (
    <>
      <PageHeader
        title="The log"
        description="Every event has its place in one tree of hashes. Whoever holds a checkpoint notices when anything before it is changed or missing."
        breadcrumbs={[{ label: "Audit", href: paths.audit() }, { label: "The log" }]}
      />
      <AuditTabs />
      <div className="space-y-10">
        <Figures state={state} />
        <AlarmList ctx={ctx} alarms={state.alarms} />
        <Section
          title="Verify it yourself"
          description="Your browser takes every entry's hash, recomputes the tree and checks the signature. It remembers what it found, and notices next time if anything before that has changed."
        >
          <LogCheck
            head={{ checkpoint: checkpoint ?? "", keys: keyTexts }}
            disabledReason={checkpoint === null ? NOT_BEGUN : null}
          />
          <ExportCheck keys={keyTexts} />
        </Section>
        <Section
          title="Anchors"
          description="Where checkpoints are kept outside the database. The log is compared with them at start and on a schedule."
        >
          <AnchorList anchors={state.anchors} />
        </Section>
        {checkpoint !== null && (
          <Section title="Newest checkpoint" description="C2SP tlog-checkpoint: name, size, root, signature.">
            <CodeBlock title={`Checkpoint of ${origin}`} code={checkpoint} wrap />
          </Section>
        )}
        <Section title="Keys" description="Keep a copy elsewhere: with it you notice a log that somebody else signed.">
          <ul className="space-y-3">
            {keys.map(({ key, isCurrent }) => (
              <li key={key} className="space-y-1">
                <Badge tone={isCurrent ? "good" : "neutral"}>{isCurrent ? "Signs now" : "Signed before"}</Badge>
                <CodeBlock title={isCurrent ? "Key that signs now" : `Key ${key.split("+")[1]}`} code={key} wrap />
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
