import { z } from "zod";
import { formText } from "@/app/form-text";
import { type FormState, typedValues } from "@/components/form/form-state";
import { type FormFields, mergeFields, toVendorFields } from "@/components/vendors/vendor-form-values";
import { VendorConflict } from "@/lib/vendors/vendor-conflict";

const Fields = z.record(z.string(), z.string());

/** What the form began with. One that says nothing about it counts as changed throughout. */
function readBase(text: string): FormFields {
  try {
    return Fields.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * What the form says when somebody saved the vendor first: each field that only they changed shows theirs, each that both changed shows mine
 * with theirs beside it. Sent again it is saved over what was seen.
 */
function toConflictState(form: FormData, { newest, by }: VendorConflict): FormState {
  const typed = typedValues(form);
  const theirs = toVendorFields(newest);
  const names = Object.keys({ ...typed, ...theirs }).filter((name) => !["base", "revision", "vendorId"].includes(name));
  const mine = Object.fromEntries(names.map((name) => [name, formText(form, name)]));
  const { merged, both } = mergeFields(readBase(formText(form, "base")), mine, theirs);
  const who = by ?? "Somebody";
  return {
    status: "error",
    message: `${who} saved this vendor meanwhile. What only they changed shows theirs now: look at it, then save again.`,
    fieldErrors: Object.fromEntries(
      both.map((name) => [name, `${who} saved "${theirs[name] || "nothing"}" here. Saved again, yours stays.`]),
    ),
    values: { ...merged, revision: String(newest.revision), base: JSON.stringify(theirs) },
  };
}

/** Runs an action of the vendor's form. Where somebody saved the vendor first, the form is answered with what both said. */
export async function withConflict(
  form: FormData,
  run: (saving: <Result>(work: Promise<Result>) => Promise<Result>) => Promise<FormState>,
): Promise<FormState> {
  const conflicts: VendorConflict[] = [];
  const state = await run((work) =>
    work.catch((error: unknown) => {
      if (error instanceof VendorConflict) conflicts.push(error);
      throw error;
    }),
  );
  const [conflict] = conflicts;
  return conflict === undefined ? state : toConflictState(form, conflict);
}
