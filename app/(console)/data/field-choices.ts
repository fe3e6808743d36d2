import type { ConfirmFieldsInput } from "@/lib/catalog/confirm-fields";

/**
 * The fields of a form that are chosen (`chosen`, once for each), each with the category that stands beside it (`category:<field>`).
 * The verb refuses a category that is none.
 */
export function toFieldChoices(form: FormData): ConfirmFieldsInput["fields"] {
  const chosen = form.getAll("chosen").filter((name) => typeof name === "string");
  return chosen.map((name) => ({ name, category: String(form.get(`category:${name}`) ?? "") as Category }));
}

type Category = ConfirmFieldsInput["fields"][number]["category"];
