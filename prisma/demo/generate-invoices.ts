import { DAY_MS, toDay } from "./calendar";
import { COUNTRIES } from "./countries";
import { displayName, type CustomerProfile } from "./customer-profile";
import type { InvoiceRow, OrderRow } from "./demo-rows";

/** One invoice for each order that has been shipped. Status and paid total are set when the payments are made. */
export function generateInvoices(profiles: readonly CustomerProfile[], orders: readonly OrderRow[]): InvoiceRow[] {
  const profileOf = new Map(profiles.map((profile) => [profile.row.id, profile]));
  const shipped = orders.flatMap((order) =>
    order.shipped_at === null ? [] : [{ order, shippedAt: order.shipped_at }],
  );
  shipped.sort((a, b) => (a.shippedAt < b.shippedAt ? -1 : a.shippedAt > b.shippedAt ? 1 : a.order.id - b.order.id));
  const yearly = new Map<string, number>();
  return shipped.map(({ order, shippedAt }, index) => {
    const profile = profileOf.get(order.customer_id);
    if (!profile) throw new Error(`Order ${order.order_number} has no customer.`);
    const year = shippedAt.slice(0, 4);
    const number = (yearly.get(year) ?? 0) + 1;
    yearly.set(year, number);
    const invoice = makeInvoice(
      index + 1,
      `${year}${String(number).padStart(6, "0")}`,
      profile,
      order,
      Date.parse(shippedAt),
    );
    profile.invoices.push(invoice);
    return invoice;
  });
}

function makeInvoice(
  id: number,
  number: string,
  profile: CustomerProfile,
  order: OrderRow,
  issuedAt: number,
): InvoiceRow {
  const { row, contacts } = profile;
  const accounting = contacts.find((contact) => contact.department === "accounting");
  const country = COUNTRIES.find((candidate) => candidate.code === row.country_code);
  return {
    id,
    invoice_number: `${row.country_code === "DE" ? "RE" : "INV"}-${number}`,
    order_id: order.id,
    customer_id: row.id,
    status: "open",
    issued_on: toDay(issuedAt),
    due_on: toDay(issuedAt + row.payment_terms_days * DAY_MS),
    billing_name: displayName(row),
    billing_address: toAddressBlock(profile, country?.nativeName ?? row.country_code),
    billing_email: accounting?.email ?? row.email,
    vat_id: row.vat_id,
    currency: order.currency,
    net_total: order.net_total,
    tax_total: order.tax_total,
    gross_total: order.gross_total,
    paid_total: "0.00",
    dunning_level: 0,
    note: null,
  };
}

/** The address as it stands in the window of an envelope. */
function toAddressBlock({ row }: CustomerProfile, countryName: string): string {
  const lines = [displayName(row), row.street];
  if (row.address_line2) lines.push(row.address_line2);
  if (row.country_code === "US") lines.push(`${row.city}, ${row.region} ${row.postal_code}`);
  else if (row.country_code === "IN") lines.push(`${row.city} - ${row.postal_code}`, row.region);
  else if (row.country_code === "BR") lines.push(`${row.postal_code} ${row.city} - ${row.region}`);
  else if (row.country_code === "GB") lines.push(row.city, row.postal_code);
  else lines.push(`${row.postal_code} ${row.city}`);
  lines.push(countryName);
  return lines.join("\n");
}
