import type { ExportedFile } from "@/lib/vendors/export-checklist";

/** A file as an answer that a browser saves and never shows. */
export function toFileAnswer({ name, mediaType, text }: ExportedFile): Response {
  return new Response(text, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
