import { Download, FileArchive } from "lucide-react";
import { cancelExportAction } from "@/app/(console)/audit/actions";
import { paths } from "@/app/(console)/paths";
import { toFailureSentence } from "@/components/audit/log-words";
import { ActionButton } from "@/components/data/action-button";
import { KeepCurrent } from "@/components/data/keep-current";
import { Badge, type Tone } from "@/components/ui/badge";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { Progress } from "@/components/ui/progress";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ExportRow } from "@/lib/audit/list-exports";

const FORMATS: Record<string, string> = { csv: "CSV", ndjson: "NDJSON", ocsf: "OCSF", evidence: "Evidence pack" };
const STATES: { readonly [S in ExportRow["state"]]: { word: string; tone: Tone } } = {
  queued: { word: "Waits for its turn", tone: "neutral" },
  running: { word: "Under way", tone: "accent" },
  done: { word: "Done", tone: "good" },
  failed: { word: "Failed", tone: "danger" },
  cancelled: { word: "Cancelled", tone: "neutral" },
};

const isUnderWay = ({ state }: ExportRow) => state === "queued" || state === "running";

function toBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en-GB")} kB`;
  return `${(bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 1 })} MB`;
}

function Row({ one }: { one: ExportRow }) {
  const { rowsDone, rowsTotal } = one;
  const rows = rowsDone.toLocaleString("en-GB");
  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-medium">{FORMATS[one.format] ?? one.format}</span>
        <Badge tone={STATES[one.state].tone}>
          {one.isCancelAsked && isUnderWay(one) ? "Stopping" : STATES[one.state].word}
        </Badge>
        <span className="min-w-0 flex-1 text-ink-muted text-sm">
          {one.requestedBy ?? "Somebody no longer known"}, <RelativeTime at={one.createdAt} />
          {one.state === "done" && one.bytes !== null && `, ${rows} rows, ${toBytes(one.bytes)}`}
        </span>
        {one.state === "done" && (
          <a
            href={paths.exportFile(one.id)}
            download
            className={buttonStyles()}
            aria-label={`Download ${FORMATS[one.format] ?? one.format} of ${one.createdAt.toISOString()}`}
          >
            <Download aria-hidden />
            Download
          </a>
        )}
        {isUnderWay(one) && !one.isCancelAsked && (
          <ActionButton action={cancelExportAction} fields={{ exportId: one.id }} disabledReason={null}>
            Cancel it
          </ActionButton>
        )}
      </div>
      {isUnderWay(one) && (
        <Progress
          label={one.state === "queued" ? "Waiting" : "Writing"}
          value={rowsTotal === null || rowsTotal === 0 ? undefined : rowsDone / rowsTotal}
          detail={rowsTotal === null ? `${rows} rows` : `${rows} of ${rowsTotal.toLocaleString("en-GB")} rows`}
        />
      )}
      {one.failure !== null && <p className="text-sm">{toFailureSentence(one.failure)} Ask for it anew.</p>}
      {one.state === "done" && one.sha256 !== null && (
        <p className="break-all font-mono text-2xs text-ink-muted">
          SHA-256 {one.sha256}
          {one.expiresAt !== null && (
            <span className="font-sans text-xs">
              {" "}
              · removed <RelativeTime at={one.expiresAt} />
            </span>
          )}
        </p>
      )}
    </li>
  );
}

/** Exports with how far they are; while one is under way the page keeps itself current. */
export function ExportList({ exports }: { exports: readonly ExportRow[] }) {
  if (exports.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-surface">
        <EmptyState icon={<FileArchive />} title="No export yet">
          Filter the audit table to what you need, then export it here.
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {exports.some(isUnderWay) && <KeepCurrent />}
      <ul aria-label="Exports" className="divide-y divide-line rounded-xl border border-line bg-surface">
        {exports.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
    </>
  );
}
