/** What a form's server action answers. `Data` is what a successful one hands back, such as a key that is shown once. */
export type FormState<Data = undefined> =
  | { status: "idle" }
  | {
      status: "error";
      /** What happened and what to do, as a sentence. */
      message: string;
      /** By field name; a name without a field is shown in the summary only. */
      fieldErrors: Record<string, string>;
      /** What was typed, so that it is still there. Leave out passwords and secrets. */
      values: Record<string, string | string[]>;
    }
  | { status: "ok"; message?: string | undefined; data?: Data | undefined };

/** A server action for `Form` and `ConfirmDialog`. Bind what it needs first: `suspendAgent.bind(null, agentId)`. */
export type FormAction<Data = undefined> = (previous: FormState<Data>, form: FormData) => Promise<FormState<Data>>;

export const IDLE = { status: "idle" } as const;

/** What was typed, by field name, for `values` of an error; several of one name become a list. Names in `except` are left out. */
export function typedValues(form: FormData, except: readonly string[] = []): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || except.includes(name)) continue;
    const all = form.getAll(name).filter((value) => typeof value === "string");
    const [first] = all;
    if (first !== undefined) values[name] = all.length === 1 ? first : all;
  }
  return values;
}
