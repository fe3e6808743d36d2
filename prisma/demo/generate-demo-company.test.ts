import { afterEach, describe, expect, it, vi } from "vitest";

import { REFERENCE_TIME, toTimestamp } from "./calendar";
import { generateDemoCompany } from "./generate-demo-company";
import { THEME_SHARES } from "./generate-tickets";
import { toCents } from "./money";
import { ORDINARY_THEMES, SENSITIVE_THEMES } from "./texts/ticket-pack";

const company = generateDemoCompany({ seed: 11, scale: 0.2 });
const { tables } = company;

describe("the same seed gives the same company", () => {
  afterEach(() => vi.useRealTimers());

  it("byte for byte, whatever the clock says", () => {
    const before = JSON.stringify(generateDemoCompany({ seed: 5, scale: 0.02 }).tables);
    vi.useFakeTimers({ now: Date.UTC(2031, 1, 3) });
    expect(JSON.stringify(generateDemoCompany({ seed: 5, scale: 0.02 }).tables)).toBe(before);
  });

  it("and another seed gives another company", () => {
    const [one, two] = [5, 6].map((seed) =>
      generateDemoCompany({ seed, scale: 0.02 })
        .tables.customers.map((row) => row.id)
        .join(),
    );
    expect(one).not.toBe(two);
  });

  it("of about 150,000 rows and 5,000 customers at scale 1, and a fifth of that here", () => {
    const counts = Object.values(tables).map((table: readonly object[]) => table.length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(28_500);
    expect(total).toBeLessThan(32_500);
    expect(tables.customers).toHaveLength(1000);
  });
});

describe("amounts agree", () => {
  const itemsOf = groupBy(tables.order_items, (item) => item.order_id);
  const paymentsOf = groupBy(tables.payments, (payment) => payment.invoice_id);

  it("an order's net is the sum of its lines, and its gross is net and tax", () => {
    for (const order of tables.orders) {
      const lines = itemsOf.get(order.id) ?? [];
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.reduce((sum, line) => sum + toCents(line.line_total), 0)).toBe(toCents(order.net_total));
      expect(toCents(order.tax_total)).toBe(Math.round((toCents(order.net_total) * Number(order.tax_rate)) / 100));
      expect(toCents(order.gross_total)).toBe(toCents(order.net_total) + toCents(order.tax_total));
    }
  });

  it("an invoice bills what its order says, once", () => {
    const orderOf = new Map(tables.orders.map((order) => [order.id, order]));
    expect(new Set(tables.invoices.map((invoice) => invoice.order_id)).size).toBe(tables.invoices.length);
    for (const invoice of tables.invoices)
      expect(orderOf.get(invoice.order_id)).toMatchObject({
        gross_total: invoice.gross_total,
        customer_id: invoice.customer_id,
      });
  });

  it("what is paid on an invoice is the sum of its payments that succeeded, and its status says so", () => {
    for (const invoice of tables.invoices) {
      const payments = paymentsOf.get(invoice.id) ?? [];
      const paid = payments
        .filter((payment) => payment.status === "succeeded")
        .reduce((sum, payment) => sum + toCents(payment.amount), 0);
      expect(toCents(invoice.paid_total)).toBe(paid);
      expect(invoice.status === "paid").toBe(paid === toCents(invoice.gross_total));
    }
  });
});

describe("everything fits together", () => {
  it("every reference leads to a row", () => {
    const ids = (rows: readonly { id: string | number }[]) => new Set(rows.map((row) => row.id));
    const [customers, contacts, orders, invoices, employees, products] = [
      tables.customers,
      tables.contacts,
      tables.orders,
      tables.invoices,
      tables.employees,
      tables.products,
    ].map(ids);
    for (const ticket of tables.support_tickets) {
      expect(customers?.has(ticket.customer_id)).toBe(true);
      if (ticket.contact_id) expect(contacts?.has(ticket.contact_id)).toBe(true);
      if (ticket.order_id) expect(orders?.has(ticket.order_id)).toBe(true);
      if (ticket.invoice_id) expect(invoices?.has(ticket.invoice_id)).toBe(true);
    }
    for (const item of tables.order_items) expect(products?.has(item.product_id)).toBe(true);
    for (const booking of tables.bookings) expect(employees?.has(booking.technician_id)).toBe(true);
  });

  it("a message is later than its ticket and no later than its solution, and nothing is written in the future", () => {
    const ticketOf = new Map(tables.support_tickets.map((ticket) => [ticket.id, ticket]));
    for (const message of tables.ticket_messages) {
      const ticket = ticketOf.get(message.ticket_id);
      expect(message.sent_at > (ticket?.created_at ?? "9")).toBe(true);
      expect(message.sent_at <= (ticket?.resolved_at ?? toTimestamp(REFERENCE_TIME))).toBe(true);
    }
  });

  it("a ticket is later than the order it is about", () => {
    const orderOf = new Map(tables.orders.map((order) => [order.id, order]));
    for (const ticket of tables.support_tickets)
      if (ticket.order_id) expect(ticket.created_at > (orderOf.get(ticket.order_id)?.ordered_at ?? "9")).toBe(true);
  });

  it("a technician is in one place at a time", () => {
    const days = tables.bookings.map((booking) => `${booking.technician_id} ${booking.time_window.slice(1, 11)}`);
    expect(new Set(days).size).toBe(days.length);
  });

  it("a payment has a note of the card scheme when it is disputed or charged back, and only then", () => {
    for (const payment of tables.payments)
      expect(payment.processor_note !== null).toBe(payment.status === "charged_back" || payment.status === "disputed");
  });
});

describe("tickets", () => {
  const share = (themes: readonly string[]) =>
    [...company.ticketThemes.values()].filter((theme) => themes.includes(theme)).length / company.ticketThemes.size;

  it("are mostly ordinary, and the sensitive kinds come in the shares that are said", () => {
    expect(company.ticketThemes.size).toBe(tables.support_tickets.length);
    expect(share(ORDINARY_THEMES)).toBeCloseTo(0.8, 1);
    for (const theme of SENSITIVE_THEMES) {
      const said = THEME_SHARES.find(([name]) => name === theme)?.[1] ?? 0;
      expect(Math.abs(share([theme]) * 100 - said)).toBeLessThan(2);
    }
  });

  it("differ from each other in nearly every text", () => {
    const bodies = tables.support_tickets.map((ticket) => ticket.body);
    expect(new Set(bodies).size / bodies.length).toBeGreaterThan(0.98);
    expect(new Set(tables.sales_notes.map((note) => note.body)).size / tables.sales_notes.length).toBeGreaterThan(0.98);
  });

  it("are written in five languages, Hindi in both scripts", () => {
    expect(new Set(tables.support_tickets.map((ticket) => ticket.language))).toEqual(
      new Set(["de", "en", "fr", "pt", "hi"]),
    );
    const hindi = tables.support_tickets.filter((ticket) => ticket.language === "hi");
    expect(hindi.some((ticket) => /[\u0900-\u097f]/.test(ticket.body))).toBe(true);
    expect(hindi.some((ticket) => /^[^\u0900-\u097f]+$/.test(ticket.body))).toBe(true);
  });
});

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
