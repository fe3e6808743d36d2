import { DAY_MS, officeTime, REFERENCE_TIME, toDay, toTimestamp, yearOf } from "./calendar";
import { createCustomerPicker, displayName, type CustomerProfile, type FindStaff } from "./customer-profile";
import type { OrderItemRow, OrderRow, ProductRow } from "./demo-rows";
import { toCents, toMoney } from "./money";
import { createRandom, type Random } from "./random";
import { ORDER_REMARKS } from "./texts/order-remarks";

const FIRST_ORDER_TIME = Date.UTC(2023, 0, 2);
const BULK = { plant: 12, utility: 8, oem: 40, dealer: 30, trade: 6, private: 2 } as const;

export interface Orders {
  readonly orders: OrderRow[];
  readonly items: OrderItemRow[];
}

/** Orders by date, and their lines; an order's net is the sum of its lines, its tax is rounded once on the net. */
export function generateOrders(
  seed: number,
  counts: { orders: number; items: number },
  profiles: readonly CustomerProfile[],
  products: readonly ProductRow[],
  staff: FindStaff,
): Orders {
  const random = createRandom(seed, "orders");
  const pickCustomer = createCustomerPicker(random, profiles, (profile) => profile.weight);
  const drafts = Array.from({ length: counts.orders }, () => {
    const profile = pickCustomer();
    return {
      profile,
      time: officeTime(random, Math.max(FIRST_ORDER_TIME, profile.createdAt + DAY_MS), REFERENCE_TIME - 2 * DAY_MS),
    };
  }).sort((a, b) => a.time - b.time);
  const linesEach = counts.items / counts.orders;
  const orders: OrderRow[] = [];
  const items: OrderItemRow[] = [];
  const yearly = new Map<number, number>();
  for (const { profile, time } of drafts) {
    const id = orders.length + 1;
    const number = (yearly.get(yearOf(time)) ?? 0) + 1;
    yearly.set(yearOf(time), number);
    const lines = makeLines(random, id, items.length, profile, products, linesEach);
    const order = makeOrder(
      random,
      id,
      `SO-${yearOf(time)}-${String(number).padStart(5, "0")}`,
      profile,
      time,
      lines,
      staff,
    );
    orders.push(order);
    items.push(...lines.rows);
    profile.orders.push(order);
  }
  return { orders, items };
}

interface Lines {
  readonly rows: OrderItemRow[];
  readonly netCents: number;
  readonly costCents: number;
  readonly discountPercent: number;
}

function makeLines(
  random: Random,
  orderId: number,
  idBefore: number,
  profile: CustomerProfile,
  products: readonly ProductRow[],
  average: number,
): Lines {
  const { country, row } = profile;
  const groupDiscount = { A: 18, B: 9, C: 0 }[row.price_group];
  const discountPercent = Math.max(0, groupDiscount + random.pick([-3, 0, 0, 0, 2, 4]));
  const count = Math.max(1, Math.min(9, Math.round(-Math.log(1 - random.next()) * (average - 0.45) + 0.5)));
  const rows: OrderItemRow[] = [];
  let [netCents, costCents] = [0, 0];
  for (let line = 1; line <= count; line++) {
    const product = random.pick(products);
    const price = Math.round(toCents(product.list_price_eur) * country.perEuro);
    const quantity = Math.max(
      1,
      Math.round(BULK[row.segment] * random.next() ** 2 * (price > 60_000 * country.perEuro ? 0.3 : 1)),
    );
    const total = Math.round((price * quantity * (100 - discountPercent)) / 100);
    netCents += total;
    costCents += Math.round(toCents(product.cost_price_eur) * country.perEuro) * quantity;
    rows.push({
      id: idBefore + line,
      order_id: orderId,
      line_no: line * 10,
      product_id: product.id,
      description: `${product.name}, ${product.material}${product.connection ? `, ${product.connection}` : ""}`,
      quantity,
      unit_price: toMoney(price),
      discount_percent: toMoney(discountPercent * 100),
      line_total: toMoney(total),
    });
  }
  return { rows, netCents, costCents, discountPercent };
}

function makeOrder(
  random: Random,
  id: number,
  number: string,
  profile: CustomerProfile,
  time: number,
  lines: Lines,
  staff: FindStaff,
): OrderRow {
  const { row, country, contacts } = profile;
  const { status, shippedAt } = makeProgress(random, time);
  const tax = Math.round((lines.netCents * Math.round(country.taxRate * 100)) / 10_000);
  const contact = contacts.length > 0 ? random.pick(contacts) : null;
  return {
    id,
    order_number: number,
    customer_id: row.id,
    contact_id: contact?.id ?? null,
    sales_rep_id: random.chance(0.8) ? row.account_manager_id : random.pick(staff("sales", country.code)).id,
    status,
    channel: random.chance(0.6) ? row.preferred_channel : random.pick(["email", "portal", "phone"]),
    purchase_order_ref:
      row.kind === "company" && random.chance(0.8)
        ? `${random.pick(["PO", "45", "BE-", "P/"])}${random.digits(6)}`
        : null,
    ordered_at: toTimestamp(time),
    requested_delivery: toDay(time + random.int(7, 56) * DAY_MS),
    shipped_at: shippedAt === null ? null : toTimestamp(shippedAt),
    ship_to_name: displayName(row),
    ship_to_street: row.address_line2 ? `${row.street}, ${row.address_line2}` : row.street,
    ship_to_postal_code: row.postal_code,
    ship_to_city: row.city,
    ship_to_country: row.country_code,
    currency: country.currency,
    net_total: toMoney(lines.netCents),
    tax_rate: toMoney(Math.round(country.taxRate * 100)),
    tax_total: toMoney(tax),
    gross_total: toMoney(lines.netCents + tax),
    discount_percent: toMoney(lines.discountPercent * 100),
    margin_percent: toMoney(Math.round((1 - lines.costCents / lines.netCents) * 10_000)),
    internal_remark: random.chance(0.07) ? random.pick(ORDER_REMARKS) : null,
  };
}

function makeProgress(random: Random, time: number): { status: OrderRow["status"]; shippedAt: number | null } {
  if (random.chance(0.03)) return { status: "cancelled", shippedAt: null };
  const shippedAt = officeTime(random, time + 2 * DAY_MS, time + random.int(4, 40) * DAY_MS);
  if (shippedAt > REFERENCE_TIME - 3_600_000)
    return { status: random.chance(0.4) ? "confirmed" : "in_production", shippedAt: null };
  return { status: shippedAt > REFERENCE_TIME - 6 * DAY_MS ? "shipped" : "delivered", shippedAt };
}
