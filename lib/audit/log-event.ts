import type { Json } from "@/lib/kernel/canonical-json";

type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;

/** How an anchor, a stream or an export fails, as a code. */
export type DeliveryFailure =
  | "unreachable"
  | "refused"
  | "timeout"
  | "private_host"
  | "bad_answer"
  | "not_written"
  | "internal";

/** What happens to the log itself, and who looks at it, takes it out or sends it on. */
export type LogEvent =
  | Change<
      "log.alarm_raised",
      {
        alarmId: string;
        kind: string;
        anchor: string | null;
        expectedSize: number | null;
        foundSize: number | null;
        entry: number | null;
      }
    >
  | Change<"log.alarm_acknowledged", { alarmId: string; note: string }>
  | Change<"log.anchor_failed", { anchor: string; reason: string }>
  | Change<"log.anchor_recovered", { anchor: string }>
  | Change<
      "log.verified",
      { size: number; outcome: "intact" | "broken"; problem: string | null; entry: number | null; durationMs: number }
    >
  /** Detail of old events was dropped by retention; their entries stay. Ids from and up to, the latter not included. */
  | Change<"log.detail_dropped", { fromId: string; toId: string; count: number }>
  | Change<"audit.searched", { filters: string[]; rowCount: number; durationMs: number }>
  | Change<"audit.event_opened", { eventId: string }>
  | Change<"audit.subject_traced", { datasetId?: string; subjects: string[]; rowCount: number; durationMs: number }>
  | Change<"audit.agent_traced", { agentId: string; from: string; to: string; rowCount: number; durationMs: number }>
  | Change<"audit.export_requested", { exportId: string; format: string; filters: string[] }>
  | Change<"audit.export_cancelled", { exportId: string }>
  | Change<
      "audit.export_finished",
      {
        exportId: string;
        format: string;
        outcome: "done" | "failed" | "cancelled";
        rowCount: number;
        logSize: number | null;
        sha256: string | null;
        durationMs: number;
        reason?: string;
      }
    >
  | Change<"audit.export_downloaded", { exportId: string }>
  | Change<"audit.export_removed", { exportId: string; cause: "expired" | "by_person" }>
  | Change<"audit.view_saved", { viewId: string; isShared: boolean }>
  | Change<"audit.view_removed", { viewId: string }>
  | Change<"audit.stream_made", { streamId: string; after: { kind: string; host: string; fromEntry: number } }>
  | Change<"audit.stream_switched", { streamId: string; before: { isOn: boolean }; after: { isOn: boolean } }>
  | Change<"audit.stream_removed", { streamId: string; unsent: number }>
  | Change<"audit.stream_failed", { streamId: string; reason: string; entry: number }>
  | Change<"audit.stream_recovered", { streamId: string; entry: number }>;
