import { Cable } from "lucide-react";
import type { Metadata } from "next";
import { makeStreamAction, removeStreamAction, switchStreamAction } from "@/app/(console)/audit/streams/actions";
import { AuditTabs } from "@/app/(console)/audit/audit-tabs";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { toFailureSentence } from "@/components/audit/log-words";
import { StreamForm } from "@/components/audit/stream-form";
import { ActionButton } from "@/components/data/action-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { listStreams, type StreamListRow } from "@/lib/audit/list-streams";

export const metadata: Metadata = { title: "Streams" };

function StateOf({ stream }: { stream: StreamListRow }) {
  if (!stream.isOn) return <Badge>Off</Badge>;
  return stream.failure === null ? <Badge tone="good">Sends</Badge> : <Badge tone="danger">Fails</Badge>;
}

function Row({ stream, reason }: { stream: StreamListRow; reason: string | null }) {
  const { id, name, kind, host, isOn, behind, sentAt, failure, failedSince, tryAt } = stream;
  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-medium">{name}</span>
        <StateOf stream={stream} />
        <span className="min-w-0 flex-1 break-words text-ink-muted text-sm">
          {kind === "syslog" ? "Syslog" : "Webhook"} at {host}, {behind.toLocaleString("en-GB")} entries behind
          {sentAt !== null && (
            <>
              , sent last <RelativeTime at={sentAt} />
            </>
          )}
        </span>
        <ActionButton
          action={switchStreamAction}
          fields={{ streamId: id, isOn: isOn ? "no" : "yes" }}
          disabledReason={reason}
        >
          {isOn ? "Switch off" : "Switch on"}
        </ActionButton>
        {reason === null ? (
          <ConfirmDialog
            trigger={<Button variant="danger-quiet">Remove</Button>}
            title={`Remove the stream ${name}?`}
            confirmLabel="Remove it"
            action={removeStreamAction}
            fields={{ streamId: id }}
          >
            Nothing more is sent to {host}. What was not sent stays in the log.
          </ConfirmDialog>
        ) : (
          <Button disabledReason={reason}>Remove</Button>
        )}
      </div>
      {failure !== null && failedSince !== null && (
        <p className="text-sm">
          {toFailureSentence(failure)} Since <RelativeTime at={failedSince} />; nothing is lost.
          {tryAt !== null && (
            <>
              {" "}
              It is tried again <RelativeTime at={tryAt} />.
            </>
          )}
        </p>
      )}
    </li>
  );
}

export default async function StreamsPage() {
  const ctx = await requireContext("audit_stream:read");
  const streams = await listStreams(ctx);
  const reason = whyNot(ctx, "audit_stream:write");
  return (
    <>
      <PageHeader
        title="Streams"
        description="Every event sent on as it happens, in the log's order and at least once. A target that is down is caught up with later."
        breadcrumbs={[{ label: "Audit", href: paths.audit() }, { label: "Streams" }]}
      />
      <AuditTabs />
      <div className="space-y-10">
        <Section title="Where events go">
          <div className="rounded-xl border border-line bg-surface">
            {streams.length === 0 ? (
              <EmptyState icon={<Cable />} title="No stream yet">
                Send the log to a SIEM by syslog over TLS, or to anything that takes signed webhooks.
              </EmptyState>
            ) : (
              <ul aria-label="Streams" className="divide-y divide-line">
                {streams.map((stream) => (
                  <Row key={stream.id} stream={stream} reason={reason} />
                ))}
              </ul>
            )}
          </div>
        </Section>
        <Card title="Make a stream" className="max-w-2xl">
          <StreamForm action={makeStreamAction} disabledReason={reason} />
        </Card>
      </div>
    </>
  );
}
