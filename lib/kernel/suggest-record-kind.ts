import { toNounKinds, type TableNouns } from "./column-table-nouns";
import type { Category, RecordKind } from "./vocabulary";

export type SuggestRecordKindInput = {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly category: Category }[];
  /** Null when the source does not say. */
  readonly rowEstimate: number | null;
};

export type RecordKindSuggestion = {
  readonly recordKind: RecordKind;
  /** 0 to 1. Below 0.6 a person should look. */
  readonly confidence: number;
  readonly reason: string;
};

/** What a dataset holds, by the nouns of its name first and by the categories of its columns where the name says nothing. */
export function suggestRecordKind(input: SuggestRecordKindInput): RecordKindSuggestion {
  const byName = judgeByTableName(toNounKinds(input.table));
  const named = byName ?? judgeByCategories(input.columns);
  // A handful of rows are settings or a list of choices more often than records of customers.
  const isTiny = input.rowEstimate !== null && input.rowEstimate >= 0 && input.rowEstimate < 5;
  return isTiny && named.recordKind !== "other" ? { ...named, confidence: Math.min(named.confidence, 0.55) } : named;
}

function judgeByTableName({ head, before, isStaff, isSettings }: TableNouns): RecordKindSuggestion | null {
  if (isSettings)
    return suggest("other", 0.75, "its name says that it lists settings, types or links between other tables");
  switch (head) {
    case "support":
      return suggest("support_ticket", 0.9, "its name says that it holds what customers asked or complained about");
    case "booking":
      return suggest("booking", 0.92, "its name says that it holds appointments or reservations");
    case "money":
      return suggest("invoice", 0.86, "its name says that it holds what customers owe or paid");
    case "trade":
      return suggest(
        "invoice",
        0.62,
        "orders are nearest to invoices: they say what customers bought and for how much",
      );
    case "sales_note":
      return suggest("sales_note", 0.86, "its name says that it holds notes on dealings with customers");
    case "document":
      return suggest(
        "internal_document",
        before === "support" ? 0.6 : 0.84,
        "its name says that it holds documents of the company",
      );
    case "staff":
      return suggest("other", 0.84, "its rows are the company's own staff, not customers");
    case "person":
    case "weak_person":
      return isStaff
        ? suggest("other", 0.7, "its rows are the company's own staff, not customers")
        : suggest(
            "customer_record",
            head === "person" ? 0.92 : 0.72,
            "its name says that each row is a customer or a contact",
          );
    case "place":
      return before === "person" || before === "weak_person"
        ? suggest("customer_record", 0.78, "its rows are addresses of customers")
        : null;
    case "thing":
    case "org":
      return suggest("other", 0.8, "its name says that its rows are not about customers");
    default:
      return null;
  }
}

function judgeByCategories(columns: SuggestRecordKindInput["columns"]): RecordKindSuggestion {
  const has = (category: Category) => columns.some((column) => column.category === category);
  const reach = [has("email"), has("phone"), has("address")].filter(Boolean).length;
  if (has("name") && reach > 0 && !has("support_issue") && !has("purchase_history"))
    return suggest("customer_record", 0.68, "its columns name people and say how to reach them");
  if (has("support_issue")) return suggest("support_ticket", 0.6, "its columns hold what customers wrote");
  if (has("payment_context") && (has("purchase_history") || has("name") || has("identifier")))
    return suggest("invoice", 0.58, "its columns hold what someone owes or paid");
  if (has("purchase_history") && has("identifier"))
    return suggest("invoice", 0.5, "its columns hold what someone bought");
  return suggest("other", 0.5, "neither its name nor its columns speak of customers");
}

function suggest(recordKind: RecordKind, confidence: number, because: string): RecordKindSuggestion {
  return { recordKind, confidence, reason: `${because.charAt(0).toUpperCase()}${because.slice(1)}.` };
}
