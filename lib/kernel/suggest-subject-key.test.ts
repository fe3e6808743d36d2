import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestSubjectKey, type SuggestSubjectKeyInput } from "./suggest-subject-key";
import { CATEGORIES, type Category } from "./vocabulary";

type Column = SuggestSubjectKeyInput["columns"][number];
const key = (name: string, category: Category = "identifier"): Column => ({
  name,
  isPrimaryKey: true,
  references: null,
  category,
});
const plain = (name: string, category: Category): Column => ({ name, isPrimaryKey: false, references: null, category });
const link = (name: string, table: string, category: Category = "identifier"): Column => ({
  name,
  isPrimaryKey: false,
  references: { table, column: "id" },
  category,
});

describe("a dataset's subject key", () => {
  test.each<[string, Column[], string | null]>([
    ["customers", [key("id"), plain("email", "email"), link("account_manager_id", "employees")], "id"],
    ["Customer", [key("CustomerId"), link("SupportRepId", "Employee")], "CustomerId"],
    ["contacts", [key("id"), link("customer_id", "customers")], "customer_id"],
    [
      "invoices",
      [key("id", "none"), link("order_id", "orders", "none"), link("customer_id", "customers")],
      "customer_id",
    ],
    [
      "orders",
      [
        key("id", "none"),
        link("contact_id", "contacts"),
        link("customer_id", "customers"),
        link("sales_rep_id", "employees"),
      ],
      "customer_id",
    ],
    ["rechnungen", [key("id", "none"), plain("kundennr", "identifier")], "kundennr"],
    ["bookings", [key("booking_id", "none"), plain("guest_id", "identifier"), plain("room_id", "none")], "guest_id"],
    [
      "support_tickets",
      [key("id", "none"), link("assignee_id", "employees"), link("requester_id", "users")],
      "requester_id",
    ],
    ["order_items", [key("id", "none"), link("order_id", "orders", "none")], null],
    [
      "ticket_messages",
      [key("id", "none"), link("ticket_id", "support_tickets", "none"), link("employee_id", "employees")],
      null,
    ],
    ["newsletter_signups", [plain("email", "email"), plain("signed_up_at", "none")], "email"],
    ["products", [key("id", "none"), plain("name", "none")], null],
    ["employees", [key("id"), plain("first_name", "name")], null],
    ["customer_types", [key("customer_type_id", "none")], null],
  ])("of %s is found", (table, columns, expected) => {
    expect(suggestSubjectKey({ table, columns }).column).toBe(expected);
  });

  test("is one of the table's columns, whatever their order", () => {
    const column = fc.record({
      name: fc.oneof(
        fc.constantFrom("id", "customer_id", "contact_id", "email", "owner_id", "order_id"),
        fc.string({ maxLength: 12 }),
      ),
      isPrimaryKey: fc.boolean(),
      references: fc.option(
        fc.record({ table: fc.constantFrom("customers", "orders", "employees", "x"), column: fc.constant("id") }),
      ),
      category: fc.constantFrom(...CATEGORIES),
    });
    fc.assert(
      fc.property(
        fc.constantFrom("customers", "orders", "", "notes"),
        fc.uniqueArray(column, { selector: ({ name }) => name, maxLength: 8 }),
        (table, columns) => {
          const suggestion = suggestSubjectKey({ table, columns });
          if (suggestion.column !== null) expect(columns.map(({ name }) => name)).toContain(suggestion.column);
          expect(suggestSubjectKey({ table, columns: columns.toReversed() })).toEqual(suggestion);
          expect(suggestion.reason).not.toBe("");
        },
      ),
    );
  });
});
