import { z } from "zod";
import { EventFilters } from "@/lib/audit/search/event-filters";
import { FRAMEWORKS } from "./frameworks";

export const EVENT_FORMATS = ["csv", "ndjson", "ocsf"] as const;
export const EXPORT_FORMATS = [...EVENT_FORMATS, "evidence"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an export takes in, as it is kept with it. */
export const ExportScope = z.discriminatedUnion("format", [
  z.strictObject({ format: z.enum(EVENT_FORMATS), filters: EventFilters }),
  z.strictObject({
    format: z.literal("evidence"),
    framework: z.enum(Object.keys(FRAMEWORKS) as [keyof typeof FRAMEWORKS], "is not a framework"),
    from: z.coerce.date("must be a time"),
    to: z.coerce.date("must be a time"),
  }),
]);
export type ExportScope = z.output<typeof ExportScope>;
export type ExportScopeInput = z.input<typeof ExportScope>;
