import { formText } from "@/app/form-text";
import { DomainError } from "@/lib/kernel/domain-error";
import type { NarrowScopeInput } from "@/lib/scopes/narrow-scope";
import type { GrantScopeInput } from "@/lib/scopes/grant-scope";

const TREATMENT = "treatment:";

function readJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text === "" ? "null" : text);
  } catch (error) {
    throw new DomainError(
      "invalid_input",
      `${field}: could not be read. (${error instanceof Error ? error.name : "Error"})`,
      field,
    );
  }
}

/** The editor's form as the verbs take it; they check every part. A field that is withheld is left out, which is what withholds it. */
export function toScopeInput(form: FormData): GrantScopeInput {
  const treatments = [...form].flatMap(([name, value]) =>
    name.startsWith(TREATMENT) && value !== "withheld" ? [[name.slice(TREATMENT.length), value]] : [],
  );
  const expiresOn = formText(form, "expiresAt");
  const stored = formText(form, "expiresStored");
  return {
    agentId: formText(form, "agentId"),
    datasetId: formText(form, "datasetId"),
    purposes: form.getAll("purposes").filter((code) => typeof code === "string"),
    fields: Object.fromEntries(treatments) as GrantScopeInput["fields"],
    rowBound: readJson(formText(form, "rowBound"), "rowBound") as GrantScopeInput["rowBound"],
    requiresCase: formText(form, "requiresCase") === "on",
    rowsPerRequestMax: formText(form, "rowsPerRequestMax"),
    rowsPerDayMax: formText(form, "rowsPerDayMax").trim(),
    subjectsPerDayMax: formText(form, "subjectsPerDayMax").trim(),
    // A day that was not touched keeps its hour: a new version says only what somebody changed.
    expiresAt: stored.slice(0, 10) === expiresOn ? stored : `${expiresOn}T23:59:59Z`,
    note: formText(form, "note"),
  };
}

/** What a finding takes away, as its page sent it; the verb checks every part. */
export function toLess(form: FormData): Pick<NarrowScopeInput, "take" | "treat" | "expiresAt"> {
  return readJson(formText(form, "less"), "less") as Pick<NarrowScopeInput, "take" | "treat" | "expiresAt">;
}

/** What the editor asks a preview for. */
export function toPreviewInput(form: FormData): unknown {
  return readJson(formText(form, "draft"), "draft");
}
