import type { Category, FieldTreatment } from "./vocabulary";

const SUGGESTIONS: { readonly [C in Category]: FieldTreatment } = {
  name: "mask",
  phone: "mask",
  email: "mask",
  address: "generalise",
  purchase_history: "clear",
  support_issue: "withheld",
  payment_context: "mask",
  business_sensitive: "withheld",
  identifier: "tokenise",
  credential: "withheld",
  special_category: "withheld",
  none: "clear",
};

/**
 * The most open treatment that most purposes can do with, for a person to start from: never clear for what names a person, and nothing
 * at all of what is free text about one, secret or protected.
 */
export function suggestTreatment(category: Category): FieldTreatment {
  return SUGGESTIONS[category];
}
