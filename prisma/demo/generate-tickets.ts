import { DAY_MS, HOUR_MS, officeTime, REFERENCE_TIME, toTimestamp, yearOf } from "./calendar";
import { createCustomerPicker, type CustomerProfile, type FindStaff } from "./customer-profile";
import type {
  EmployeeRow,
  InvoiceRow,
  OrderItemRow,
  OrderRow,
  ProductRow,
  SupportTicketRow,
  TicketMessageRow,
} from "./demo-rows";
import { makeTicketSlots, type TicketScene } from "./make-ticket-slots";
import type { CardOnFile } from "./generate-payments";
import { createPeople } from "./make-person";
import { createRandom, type Random } from "./random";
import { ORDINARY_THEMES, type Theme } from "./texts/ticket-pack";
import { TICKET_PACKS } from "./texts/ticket-packs";
import { makeThread } from "./make-thread";
import { writeTicketText } from "./write-ticket-text";

/** What the tickets are about; the database does not say, so this is also the answer sheet for triage. */
export const THEME_SHARES: readonly (readonly [Theme, number])[] = [
  ...ORDINARY_THEMES.map((theme) => [theme, 8] as const),
  ["complaint", 9],
  ["payment_dispute", 5],
  ["legal_threat", 2],
  ["unusual_request", 4],
];
const NEEDS_INVOICE: ReadonlySet<Theme> = new Set(["invoice_copy", "payment_dispute", "legal_threat"]);
const TOPICS: Readonly<Record<Theme, readonly SupportTicketRow["topic"][]>> = {
  delivery: ["delivery"],
  technical: ["technical"],
  spare_parts: ["spare_parts"],
  quote: ["other"],
  certificate: ["technical", "other"],
  invoice_copy: ["billing"],
  data_change: ["account"],
  appointment: ["service"],
  return: ["delivery", "other"],
  warranty: ["technical", "service"],
  complaint: ["delivery", "technical", "service", "other"],
  payment_dispute: ["billing", "billing", "account"],
  legal_threat: ["billing", "other", "technical"],
  unusual_request: ["other", "account", "billing"],
};

export interface TicketSources {
  readonly profiles: readonly CustomerProfile[];
  readonly items: readonly OrderItemRow[];
  readonly products: readonly ProductRow[];
  readonly cards: ReadonlyMap<number, CardOnFile>;
  readonly employees: readonly EmployeeRow[];
  readonly staff: FindStaff;
}
export interface Tickets {
  readonly tickets: SupportTicketRow[];
  readonly messages: TicketMessageRow[];
  readonly themes: ReadonlyMap<number, Theme>;
}

interface Draft {
  readonly theme: Theme;
  readonly profile: CustomerProfile;
  readonly order: OrderRow;
  readonly invoice: InvoiceRow | null;
  readonly at: number;
}

export function generateTickets(seed: number, count: number, sources: TicketSources): Tickets {
  const random = createRandom(seed, "tickets");
  const people = createPeople(random);
  const firstProduct = productOfOrder(sources);
  const employeeOf = new Map(sources.employees.map((employee) => [employee.id, employee]));
  const drafts = makeDrafts(random, count, sources.profiles);
  const tickets: SupportTicketRow[] = [];
  const messages: TicketMessageRow[] = [];
  const themes = new Map<number, Theme>();
  for (const { theme, profile, order, invoice, at } of drafts) {
    const id = tickets.length + 1;
    const { country, row, contacts } = profile;
    const agent = random.pick(sources.staff("support", country.code));
    const contact = contacts.length > 0 && random.chance(0.7) ? random.pick(contacts) : null;
    const rep = employeeOf.get(row.account_manager_id) ?? agent;
    const product = firstProduct.get(order.id) ?? random.pick(sources.products);
    const ticketNumber = `T-${yearOf(at)}-${String(id).padStart(5, "0")}`;
    const scene: TicketScene = {
      random,
      people,
      profile,
      writer: contact ?? row,
      order,
      invoice,
      cardOnFile: sources.cards.get(invoice?.id ?? 0) ?? null,
      product,
      agent,
      rep,
      ticketNumber,
      at,
    };
    const slots = makeTicketSlots(scene);
    const pack = TICKET_PACKS[row.language];
    const channel = random.chance(0.6) ? row.preferred_channel : random.pick(["email", "portal", "chat"] as const);
    const text = writeTicketText(random, pack, theme, channel, slots);
    const thread = makeThread(random, pack, theme, scene, slots, id, messages.length);
    messages.push(...thread.messages);
    themes.set(id, theme);
    tickets.push({
      id,
      ticket_number: ticketNumber,
      customer_id: row.id,
      contact_id: contact?.id ?? null,
      order_id: random.chance(0.75) ? order.id : null,
      invoice_id: invoice && random.chance(0.8) ? invoice.id : null,
      assignee_id: agent.id,
      channel,
      language: row.language,
      topic: random.pick(TOPICS[theme]),
      priority: pickPriority(random, theme),
      status: thread.status,
      subject: text.subject,
      body: text.body,
      reporter_name: `${scene.writer.first_name} ${scene.writer.last_name}`,
      reporter_email: scene.writer.email,
      reporter_phone: random.chance(0.7) ? scene.writer.phone : null,
      source_ip: channel === "portal" || channel === "chat" ? makeDocumentationIp(random) : null,
      satisfaction: thread.resolvedAt !== null && random.chance(0.35) ? pickSatisfaction(random, theme) : null,
      tags: random.chance(0.25)
        ? [random.pick(["escalated", "repeat", "phone-followup", "translated", "vip", "duplicate"])]
        : [],
      created_at: toTimestamp(at),
      first_response_at: thread.firstResponseAt === null ? null : toTimestamp(thread.firstResponseAt),
      resolved_at: thread.resolvedAt === null ? null : toTimestamp(thread.resolvedAt),
    });
  }
  return { tickets, messages, themes };
}

function makeDrafts(random: Random, count: number, profiles: readonly CustomerProfile[]): Draft[] {
  const buyers = profiles.filter((profile) => profile.orders.length > 0);
  const billed = buyers.filter((profile) => profile.invoices.length > 0);
  if (billed.length === 0) return [];
  const contested = billed.flatMap((profile) =>
    profile.invoices.filter((invoice) => invoice.status === "disputed").map((invoice) => ({ profile, invoice })),
  );
  const pickBuyer = createCustomerPicker(random, buyers, (profile) => 1 + profile.weight);
  const pickBilled = createCustomerPicker(random, billed, (profile) => 1 + profile.weight);
  const drafts = Array.from({ length: count }, (): Draft => {
    const theme = random.weighted(THEME_SHARES);
    if (!NEEDS_INVOICE.has(theme)) {
      const profile = pickBuyer();
      const order = random.pick(profile.orders);
      const invoice = profile.invoices.find((candidate) => candidate.order_id === order.id) ?? null;
      return { theme, profile, order, invoice, at: pickTime(random, Date.parse(order.ordered_at)) };
    }
    const known =
      theme === "payment_dispute" && contested.length > 0 && random.chance(0.8) ? random.pick(contested) : null;
    const profile = known?.profile ?? pickBilled();
    const invoice = known?.invoice ?? random.pick(profile.invoices);
    const order = profile.orders.find((candidate) => candidate.id === invoice.order_id);
    if (!order) throw new Error(`Invoice ${invoice.invoice_number} has no order.`);
    return {
      theme,
      profile,
      order,
      invoice,
      at: pickTime(random, Date.parse(order.shipped_at ?? order.ordered_at) + 5 * DAY_MS),
    };
  });
  return drafts.sort((a, b) => a.at - b.at);
}

/** Some days after, at any hour: customers write in the evening too. */
function pickTime(random: Random, after: number): number {
  const from = Math.min(after + DAY_MS, REFERENCE_TIME - DAY_MS);
  const to = Math.min(from + 90 * DAY_MS, REFERENCE_TIME - 6 * HOUR_MS);
  const at = officeTime(random, from, to) + (random.chance(0.2) ? random.int(1, 5) * HOUR_MS : 0);
  return at <= after || at > REFERENCE_TIME - HOUR_MS
    ? Math.max(after + HOUR_MS, Math.min(from, REFERENCE_TIME - HOUR_MS))
    : at;
}

function productOfOrder({ items, products }: TicketSources): Map<number, ProductRow> {
  const productOf = new Map(products.map((product) => [product.id, product]));
  const first = new Map<number, ProductRow>();
  for (const item of items) {
    const product = productOf.get(item.product_id);
    if (product && !first.has(item.order_id)) first.set(item.order_id, product);
  }
  return first;
}

function pickPriority(random: Random, theme: Theme): SupportTicketRow["priority"] {
  if (theme === "legal_threat" || theme === "complaint" || theme === "payment_dispute")
    return random.weighted([
      ["normal", 35],
      ["high", 45],
      ["urgent", 20],
    ]);
  return random.weighted([
    ["low", 22],
    ["normal", 62],
    ["high", 13],
    ["urgent", 3],
  ]);
}

function pickSatisfaction(random: Random, theme: Theme): number {
  return theme === "complaint" || theme === "payment_dispute" || theme === "legal_threat"
    ? random.pick([1, 1, 2, 2, 3, 4])
    : random.pick([3, 4, 4, 5, 5, 5, 2]);
}

/** From the blocks kept for documentation (RFC 5737, RFC 3849). */
function makeDocumentationIp(random: Random): string {
  if (random.chance(0.15)) return `2001:db8:${random.int(1, 9999)}::${random.int(1, 9999)}`;
  return `${random.pick(["192.0.2", "198.51.100", "203.0.113"])}.${random.int(1, 254)}`;
}
