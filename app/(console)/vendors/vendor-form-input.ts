import { formLines, formText } from "@/app/form-text";
import { CATEGORIES } from "@/lib/kernel/vocabulary";
import type { VendorInput } from "@/lib/vendors/vendor-input";

const CONTACTS_MAX = 20;

function toContacts(form: FormData): VendorInput["contacts"] {
  const rows = Math.min(CONTACTS_MAX, Number(formText(form, "contactRows")) || 0);
  const contacts = Array.from({ length: rows }, (_, index) => ({
    name: formText(form, `contacts.${index}.name`),
    email: formText(form, `contacts.${index}.email`),
    role: formText(form, `contacts.${index}.role`),
  }));
  // Rows at the end that hold nothing are left out; one in between keeps its place, so that errors name the row they are about.
  const last = contacts.findLastIndex((one) => `${one.name}${one.email}${one.role}`.trim() !== "");
  return contacts.slice(0, last + 1);
}

/** Words parted by commas or lines. */
export function formWords(form: FormData, name: string): string[] {
  return formText(form, name)
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** The categories that were ticked under `name`. */
export function formCategories(form: FormData, name: string) {
  return CATEGORIES.filter((category) => form.getAll(name).includes(category));
}

/** The form about a vendor as the verbs take it. */
export function toVendorInput(form: FormData): VendorInput {
  return {
    name: formText(form, "name"),
    isOurselves: form.get("isOurselves") === "on",
    services: formLines(form, "services"),
    models: formLines(form, "models"),
    contacts: toContacts(form),
    contractFrom: formText(form, "contractFrom"),
    contractUntil: formText(form, "contractUntil"),
    dpaFrom: formText(form, "dpaFrom"),
    dpaUntil: formText(form, "dpaUntil"),
    regions: formWords(form, "regions"),
    ownerId: formText(form, "ownerId"),
    criticality: formText(form, "criticality") as "low",
    notes: formText(form, "notes"),
  };
}
