import { findEventNames } from "@/lib/audit/find-event-names";
import { toStoredEvent, type StoredEvent } from "@/lib/audit/stored-event";
import { CSV_HEAD, toCsvRow } from "./to-csv";
import { toOcsf } from "./to-ocsf";
import type { ExportedEvent } from "./write-entries";
import { type FileWriter, openFile } from "./write-file";
import type { EVENT_FORMATS } from "./export-scope";

export type EventWriter = { file: FileWriter | null; write: (events: readonly ExportedEvent[]) => Promise<void> };

const textOf = (event: StoredEvent, key: string): string | null => {
  const value: unknown = Reflect.get(event, key);
  return typeof value === "string" ? value : null;
};

/** The events in the form asked for, beside the entries that prove them; NDJSON are the entries themselves. */
export async function openEvents(folder: string, format: (typeof EVENT_FORMATS)[number]): Promise<EventWriter> {
  if (format === "ndjson") return { file: null, write: async () => undefined };
  const file = openFile(folder, format === "csv" ? "events.csv" : "events.ocsf.ndjson");
  if (format === "csv") await file.write(CSV_HEAD);
  const write = async (events: readonly ExportedEvent[]): Promise<void> => {
    const parsed = events.map(({ entry, text }) => ({ entry, event: toStoredEvent(text) }));
    if (format === "ocsf") {
      await file.write(parsed.map(({ entry, event }) => `${JSON.stringify(toOcsf(event, entry))}\n`).join(""));
      return;
    }
    const names = await findEventNames(
      parsed.map(({ event }) => ({
        actorKind: event.actor.kind,
        actorId: event.actor.id,
        agentId: textOf(event, "agentId"),
        datasetId: textOf(event, "datasetId"),
      })),
    );
    await file.write(parsed.map(({ entry, event }) => toCsvRow(event, entry, names)).join(""));
  };
  return { file, write };
}
