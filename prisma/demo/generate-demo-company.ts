import { createStaffFinder } from "./customer-profile";
import type {
  BookingRow,
  ContactRow,
  CustomerRow,
  EmployeeRow,
  InternalDocumentRow,
  InvoiceRow,
  OrderItemRow,
  OrderRow,
  PaymentRow,
  ProductRow,
  SalesNoteRow,
  SupportTicketRow,
  TicketMessageRow,
} from "./demo-rows";
import { generateBookings } from "./generate-bookings";
import { generateContacts } from "./generate-contacts";
import { generateCustomers } from "./generate-customers";
import { generateEmployees } from "./generate-employees";
import { generateInternalDocuments } from "./generate-internal-documents";
import { generateInvoices } from "./generate-invoices";
import { generateOrders } from "./generate-orders";
import { generatePayments } from "./generate-payments";
import { generateProducts } from "./generate-products";
import { generateSalesNotes } from "./generate-sales-notes";
import { generateTickets } from "./generate-tickets";
import type { Theme } from "./texts/ticket-pack";

/** The rows of every table, in the order in which they can be loaded. */
export interface DemoTables {
  readonly employees: readonly EmployeeRow[];
  readonly customers: readonly CustomerRow[];
  readonly contacts: readonly ContactRow[];
  readonly products: readonly ProductRow[];
  readonly orders: readonly OrderRow[];
  readonly order_items: readonly OrderItemRow[];
  readonly invoices: readonly InvoiceRow[];
  readonly payments: readonly PaymentRow[];
  readonly bookings: readonly BookingRow[];
  readonly support_tickets: readonly SupportTicketRow[];
  readonly ticket_messages: readonly TicketMessageRow[];
  readonly sales_notes: readonly SalesNoteRow[];
  readonly internal_documents: readonly InternalDocumentRow[];
}

export interface DemoCompany {
  readonly tables: DemoTables;
  /** Ticket id → what it is about. Not in the database: the answer sheet for judging triage. */
  readonly ticketThemes: ReadonlyMap<number, Theme>;
}

/** Row counts at scale 1; what follows from others (invoices, payments, messages) comes out near these. */
const COUNTS = {
  customers: 5000,
  contacts: 8500,
  products: 640,
  orders: 18_000,
  items: 42_500,
  bookings: 6000,
  tickets: 7000,
  notes: 5500,
  documents: 260,
};

/** The same seed and scale give the same rows, byte for byte, with the pinned version of faker. */
export function generateDemoCompany({ seed = 1, scale = 1 }: { seed?: number; scale?: number } = {}): DemoCompany {
  const scaled = (count: number, least = 1) => Math.max(least, Math.round(count * scale));
  const employees = generateEmployees(seed, scale);
  const staff = createStaffFinder(employees);
  const profiles = generateCustomers(seed, scaled(COUNTS.customers, 20), staff);
  const contacts = generateContacts(seed, scaled(COUNTS.contacts, 20), profiles);
  const products = generateProducts(seed, scaled(COUNTS.products, 60));
  const { orders, items } = generateOrders(
    seed,
    { orders: scaled(COUNTS.orders, 40), items: scaled(COUNTS.items, 98) },
    profiles,
    products,
    staff,
  );
  const invoices = generateInvoices(profiles, orders);
  const { payments, cards } = generatePayments(seed, profiles, invoices);
  const bookings = generateBookings(seed, scaled(COUNTS.bookings), profiles, staff);
  const sources = { profiles, items, products, cards, employees, staff };
  const { tickets, messages, themes } = generateTickets(seed, scaled(COUNTS.tickets), sources);
  const tables: DemoTables = {
    employees,
    customers: profiles.map((profile) => profile.row),
    contacts,
    products,
    orders,
    order_items: items,
    invoices,
    payments,
    bookings,
    support_tickets: tickets,
    ticket_messages: messages,
    sales_notes: generateSalesNotes(seed, scaled(COUNTS.notes), profiles, employees, staff),
    internal_documents: generateInternalDocuments(seed, scaled(COUNTS.documents, 19), sources),
  };
  return { tables, ticketThemes: themes };
}
