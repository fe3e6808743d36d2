import type { Use } from "@/lib/audit/list-uses";

/** What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@\t\r|%]/;

function toCell(value: string | number | null): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const HEAD = "event,time,who,kind,dataset,purpose,outcome,rows,customers,fields,decision,request";

/** Uses as a table (RFC 4180). */
export function toUsesCsv(uses: readonly Use[]): string {
  const lines = uses.map((use) => [
    use.id,
    use.at.toISOString(),
    use.agentName ?? use.actorName ?? use.actorId,
    use.agentId === null ? use.actorKind : "agent",
    use.datasetName ?? use.datasetId,
    use.purpose,
    use.outcome,
    use.rowCount,
    use.subjects.length,
    Object.entries(use.fields)
      .map(([name, way]) => `${name}=${way}`)
      .join("; "),
    use.decisionId,
    use.requestId,
  ]);
  return [HEAD, ...lines.map((cells) => cells.map(toCell).join(","))].map((line) => `${line}\r\n`).join("");
}

export function toCsvAnswer(csv: string, fileName: string): Response {
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
