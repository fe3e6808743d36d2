import type { Category, RecordKind } from "@/lib/kernel/vocabulary";

export const CATEGORY_WORDS: Record<Category, string> = {
  name: "Name",
  phone: "Phone",
  email: "Email",
  address: "Address",
  purchase_history: "Purchase history",
  support_issue: "Support issue",
  payment_context: "Payment context",
  business_sensitive: "Business-sensitive",
  identifier: "Identifier",
  credential: "Credential",
  special_category: "Special category",
  none: "None",
};

export const RECORD_KIND_WORDS: Record<RecordKind, string> = {
  customer_record: "Customer record",
  invoice: "Invoice",
  booking: "Booking",
  support_ticket: "Support ticket",
  sales_note: "Sales note",
  internal_document: "Internal document",
  other: "Other",
};
