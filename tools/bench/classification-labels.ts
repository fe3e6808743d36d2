import type { Category } from "@/lib/kernel/vocabulary";

/**
 * Which of our categories answer a label of the outside data. Keys of the fides taxonomy match by their longest prefix. Where their taxonomy
 * cuts finer or elsewhere than ours, every category that a careful steward could choose is accepted.
 */
const FIDES: readonly (readonly [string, readonly Category[]])[] = [
  ["system.authentication", ["credential", "none"]],
  ["system", ["none", "business_sensitive", "credential"]],
  ["user.account.username", ["identifier", "name"]],
  ["user.authorization", ["credential"]],
  ["user.behavior", ["purchase_history"]],
  ["user.biometric", ["special_category"]],
  ["user.childrens", ["special_category"]],
  ["user.contact.email", ["email"]],
  ["user.contact.phone_number", ["phone"]],
  ["user.contact.fax_number", ["phone"]],
  ["user.contact.url", ["identifier"]],
  ["user.contact.organization", ["name", "identifier"]],
  ["user.contact.address", ["address"]],
  ["user.contact", ["address", "email", "phone", "name"]],
  ["user.content.self_image", ["identifier", "special_category"]],
  ["user.content", ["support_issue", "business_sensitive"]],
  ["user.criminal_history", ["special_category"]],
  ["user.demographic.language", ["identifier", "special_category"]],
  ["user.demographic", ["special_category"]],
  ["user.device", ["identifier"]],
  ["user.financial", ["payment_context", "purchase_history"]],
  ["user.payment", ["payment_context", "purchase_history"]],
  ["user.government_id", ["identifier"]],
  ["user.health_and_medical", ["special_category", "identifier"]],
  ["user.job_title", ["identifier", "name"]],
  ["user.location", ["address"]],
  ["user.name", ["name"]],
  ["user.sensor", ["special_category", "purchase_history", "identifier"]],
  ["user.social", ["identifier"]],
  ["user.unique_id", ["identifier"]],
  ["user.workplace", ["name", "identifier"]],
];

/** The categories that fit a native label; null when the label says only that the column is personal. */
export function toAcceptedCategories(native: string): readonly Category[] | null {
  const fitting = FIDES.filter(([key]) => native === key || native.startsWith(`${key}.`)).sort(
    (left, right) => right[0].length - left[0].length,
  );
  return fitting[0]?.[1] ?? null;
}

/** The labels made for northwind and chinook. "optional" is scored neither way. */
export const DATABASE_LABELS: Readonly<Record<string, readonly Category[]>> = {
  name: ["name"],
  phone: ["phone"],
  email: ["email"],
  address: ["address"],
  demographic: ["special_category"],
  purchase: ["purchase_history", "payment_context"],
  free_text_about_person: ["support_issue", "business_sensitive", "special_category"],
  none: ["none"],
};
