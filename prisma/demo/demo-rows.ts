import type { CountryCode, Currency, Language } from "./countries";

/** One interface for each table; keys are column names. Money and timestamps are text, so nothing is rounded on its way to Postgres. */

export type Segment = "plant" | "utility" | "oem" | "dealer" | "trade" | "private";
export type EmployeeRole = "sales" | "support" | "technician" | "finance" | "engineering" | "management";
export type Channel = "email" | "portal" | "phone" | "chat" | "whatsapp";

export interface EmployeeRow {
  id: number;
  employee_number: string;
  first_name: string;
  last_name: string;
  email: string;
  phone: string;
  role: EmployeeRole;
  country_code: CountryCode;
  city: string;
  hired_on: string;
  hourly_cost: string;
  is_active: boolean;
}

export interface CustomerRow {
  id: string;
  customer_number: string;
  kind: "company" | "person";
  company_name: string | null;
  salutation: string | null;
  first_name: string;
  last_name: string;
  date_of_birth: string | null;
  email: string;
  phone: string;
  mobile: string | null;
  street: string;
  address_line2: string | null;
  postal_code: string;
  city: string;
  region: string;
  country_code: CountryCode;
  delivery_instructions: string | null;
  vat_id: string | null;
  tax_id: string | null;
  language: Language;
  segment: Segment;
  status: "active" | "dormant" | "blocked";
  currency: Currency;
  price_group: "A" | "B" | "C";
  credit_limit: string;
  payment_terms_days: number;
  marketing_consent: boolean;
  marketing_consent_at: string | null;
  preferred_channel: Channel;
  account_manager_id: number;
  tags: string[];
  attributes: Record<string, string | number | boolean>;
  created_at: string;
  updated_at: string;
}

export interface ContactRow {
  id: string;
  customer_id: string;
  first_name: string;
  last_name: string;
  job_title: string;
  department: "purchasing" | "maintenance" | "engineering" | "accounting" | "management";
  email: string;
  phone: string;
  mobile: string | null;
  language: Language;
  is_primary: boolean;
  newsletter: boolean;
  remarks: string | null;
  created_at: string;
}

export interface ProductRow {
  id: number;
  sku: string;
  name: string;
  category: "ball" | "gate" | "globe" | "butterfly" | "check" | "relief" | "solenoid" | "actuator" | "spare_part";
  series: string;
  nominal_size: string | null;
  pressure_rating: string | null;
  material: string;
  connection: string | null;
  weight_kg: string;
  list_price_eur: string;
  cost_price_eur: string;
  certificates: string[];
  attributes: Record<string, string | number | boolean>;
  launched_on: string;
  is_active: boolean;
}

export interface OrderRow {
  id: number;
  order_number: string;
  customer_id: string;
  contact_id: string | null;
  sales_rep_id: number;
  status: "confirmed" | "in_production" | "shipped" | "delivered" | "cancelled";
  channel: Channel;
  purchase_order_ref: string | null;
  ordered_at: string;
  requested_delivery: string;
  shipped_at: string | null;
  ship_to_name: string;
  ship_to_street: string;
  ship_to_postal_code: string;
  ship_to_city: string;
  ship_to_country: CountryCode;
  currency: Currency;
  net_total: string;
  tax_rate: string;
  tax_total: string;
  gross_total: string;
  discount_percent: string;
  margin_percent: string;
  internal_remark: string | null;
}

export interface OrderItemRow {
  id: number;
  order_id: number;
  line_no: number;
  product_id: number;
  description: string;
  quantity: number;
  unit_price: string;
  discount_percent: string;
  line_total: string;
}

export interface InvoiceRow {
  id: number;
  invoice_number: string;
  order_id: number;
  customer_id: string;
  status: "open" | "paid" | "partly_paid" | "overdue" | "disputed" | "written_off";
  issued_on: string;
  due_on: string;
  billing_name: string;
  billing_address: string;
  billing_email: string;
  vat_id: string | null;
  currency: Currency;
  net_total: string;
  tax_total: string;
  gross_total: string;
  paid_total: string;
  dunning_level: number;
  note: string | null;
}

export interface PaymentRow {
  id: string;
  invoice_id: number;
  customer_id: string;
  method: "bank_transfer" | "direct_debit" | "card" | "upi" | "pix" | "ach" | "cheque";
  status: "pending" | "succeeded" | "failed" | "refunded" | "disputed" | "charged_back";
  amount: string;
  currency: Currency;
  payer_name: string;
  iban: string | null;
  card_brand: string | null;
  card_last_four: string | null;
  card_reference: string | null;
  bank_reference: string | null;
  failure_reason: string | null;
  processor_note: string | null;
  created_at: string;
  settled_at: string | null;
  charged_back_at: string | null;
}

export interface BookingRow {
  id: number;
  booking_number: string;
  customer_id: string;
  contact_id: string | null;
  order_id: number | null;
  technician_id: number;
  service: "commissioning" | "maintenance" | "repair" | "inspection" | "training";
  status: "requested" | "confirmed" | "done" | "cancelled" | "no_show";
  time_window: string;
  estimated_duration: string;
  site_street: string;
  site_postal_code: string;
  site_city: string;
  site_country: CountryCode;
  on_site_contact: string;
  on_site_phone: string;
  access_instructions: string | null;
  report: string | null;
  price: string;
  currency: Currency;
  created_at: string;
}

export interface SupportTicketRow {
  id: number;
  ticket_number: string;
  customer_id: string;
  contact_id: string | null;
  order_id: number | null;
  invoice_id: number | null;
  assignee_id: number;
  channel: Channel;
  language: Language;
  topic: "delivery" | "technical" | "spare_parts" | "billing" | "service" | "account" | "other";
  priority: "low" | "normal" | "high" | "urgent";
  status: "new" | "open" | "waiting_on_customer" | "resolved" | "closed";
  subject: string;
  body: string;
  reporter_name: string;
  reporter_email: string;
  reporter_phone: string | null;
  source_ip: string | null;
  satisfaction: number | null;
  tags: string[];
  created_at: string;
  first_response_at: string | null;
  resolved_at: string | null;
}

export interface TicketMessageRow {
  id: number;
  ticket_id: number;
  author_kind: "customer" | "employee";
  author_name: string;
  employee_id: number | null;
  is_internal: boolean;
  body: string;
  sent_at: string;
}

export interface SalesNoteRow {
  id: string;
  customer_id: string;
  author_id: number;
  kind: "visit" | "call" | "negotiation" | "trade_fair" | "internal";
  title: string;
  body: string;
  expected_discount_percent: string | null;
  expected_revenue: string | null;
  win_probability: number | null;
  is_confidential: boolean;
  created_at: string;
}

export interface InternalDocumentRow {
  id: number;
  document_number: string;
  title: string;
  category: "pricing" | "contract" | "procedure" | "access" | "personnel" | "finance" | "meeting";
  classification: "internal" | "confidential" | "strictly_confidential";
  language: Language;
  body: string;
  owner_id: number;
  customer_id: string | null;
  tags: string[];
  metadata: Record<string, string | number | boolean>;
  valid_from: string;
  valid_until: string | null;
  updated_at: string;
}
