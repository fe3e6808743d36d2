/** A text field of a form, or "" when it is absent. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** The lines of a text field that hold something, trimmed. */
export function formLines(form: FormData, name: string): string[] {
  return formText(form, name)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A number field of a form; NaN when it is empty or no number, which no schema lets pass. */
export function formNumber(form: FormData, name: string): number {
  const text = formText(form, name).trim();
  return text === "" ? Number.NaN : Number(text);
}

/** Which of the known values are ticked under a name, in the order of the known ones. */
export function formChoices<Value extends string>(form: FormData, name: string, known: readonly Value[]): Value[] {
  const ticked = form.getAll(name);
  return known.filter((value) => ticked.includes(value));
}
