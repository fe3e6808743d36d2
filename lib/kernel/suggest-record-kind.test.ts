import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestRecordKind } from "./suggest-record-kind";
import { CATEGORIES, RECORD_KINDS, type Category, type RecordKind } from "./vocabulary";

const of = (table: string, categories: readonly Category[] = [], rowEstimate: number | null = 1000) =>
  suggestRecordKind({
    schema: "public",
    table,
    columns: categories.map((category, index) => ({ name: `c${index}`, category })),
    rowEstimate,
  });

describe("a dataset's record kind", () => {
  test.each<[string, RecordKind]>([
    ["customers", "customer_record"],
    ["Customer", "customer_record"],
    ["contacts", "customer_record"],
    ["tbl_kunden", "customer_record"],
    ["customer_addresses", "customer_record"],
    ["customer_overview", "customer_record"],
    ["invoices", "invoice"],
    ["InvoiceLine", "invoice"],
    ["open_invoices", "invoice"],
    ["payments", "invoice"],
    ["orders", "invoice"],
    ["order_details", "invoice"],
    ["rechnungen", "invoice"],
    ["bookings", "booking"],
    ["service_visits", "booking"],
    ["appointments", "booking"],
    ["support_tickets", "support_ticket"],
    ["ticket_messages", "support_ticket"],
    ["complaints", "support_ticket"],
    ["sales_notes", "sales_note"],
    ["crm_notes", "sales_note"],
    ["internal_documents", "internal_document"],
    ["contracts", "internal_document"],
    ["employees", "other"],
    ["employee_territories", "other"],
    ["products", "other"],
    ["categories", "other"],
    ["customer_types", "other"],
    ["us_states", "other"],
    ["suppliers", "other"],
    ["PlaylistTrack", "other"],
  ])("%s is suggested as %s", (table, kind) => {
    expect(of(table).recordKind).toBe(kind);
  });

  test("a table whose name says nothing is judged by its columns", () => {
    expect(of("t_4711", ["identifier", "name", "email", "address"]).recordKind).toBe("customer_record");
    expect(of("t_4712", ["identifier", "support_issue"]).recordKind).toBe("support_ticket");
    expect(of("t_4713", ["none", "none"]).recordKind).toBe("other");
  });

  test("a table of a few rows is suggested with little confidence", () => {
    expect(of("customers", [], 2).confidence).toBeLessThan(0.6);
  });

  test("any name gets a known kind, a confidence between 0 and 1 and the same answer again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.array(fc.constantFrom(...CATEGORIES), { maxLength: 12 }),
        fc.option(fc.integer({ min: -1 })),
        (table, categories, rows) => {
          const first = of(table, categories, rows);
          expect(RECORD_KINDS).toContain(first.recordKind);
          expect(first.confidence).toBeGreaterThanOrEqual(0);
          expect(first.confidence).toBeLessThanOrEqual(1);
          expect(of(table, categories, rows)).toEqual(first);
        },
      ),
    );
  });
});
