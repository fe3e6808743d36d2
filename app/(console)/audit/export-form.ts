import { readEventFilters } from "@/app/(console)/audit/event-filters";
import { formText } from "@/app/form-text";
import type { ExportScopeInput } from "@/lib/audit/exports/export-scope";
import { DomainError } from "@/lib/kernel/domain-error";

/** An address's query as a page gets it. */
function toParams(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

/** What the form asks for: the events of a table's address, or an evidence pack of a period. */
export async function toExportScope(form: FormData, now: Date): Promise<ExportScopeInput> {
  const format = formText(form, "format");
  if (format === "evidence") {
    const framework = formText(form, "framework") as Extract<ExportScopeInput, { format: "evidence" }>["framework"];
    const [from, to] = [formText(form, "from"), formText(form, "to")];
    if (from === "") throw new DomainError("invalid_input", "from: names no day", "from");
    if (to === "") throw new DomainError("invalid_input", "to: names no day", "to");
    // The last day counts whole.
    return { format, framework, from: new Date(from), to: new Date(new Date(to).getTime() + 86_400_000) };
  }
  const { filters, wrong } = await readEventFilters(Promise.resolve(toParams(formText(form, "query"))), now);
  if (wrong.length > 0) throw new DomainError("invalid_input", "The table's address holds filters that are not known.");
  const { after: _after, before: _before, ...chosen } = filters;
  return { format: format as Extract<ExportScopeInput, { filters: unknown }>["format"], filters: chosen };
}
