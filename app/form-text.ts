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
