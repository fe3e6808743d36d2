import type { Role, Treatment } from "@/lib/kernel/vocabulary";
import { COMPANY } from "@/prisma/demo/company";

type DemoPerson = {
  /** What the list of first sign-ins calls them: one word, and nobody else's. */
  signsInAs: string;
  role: Role;
  name: string;
  email: string;
};

/** Who works with Gatehouse at the demo company: one person for each role, and a second reviewer and a second admin where two must agree. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { signsInAs: "admin", role: "admin", name: "Marlene Oster", email: `marlene.oster@${COMPANY.domain}` },
  { signsInAs: "admin-2", role: "admin", name: "Ruben Achterberg", email: `ruben.achterberg@${COMPANY.domain}` },
  { signsInAs: "steward", role: "steward", name: "Jonas Feld", email: `jonas.feld@${COMPANY.domain}` },
  { signsInAs: "reviewer", role: "reviewer", name: "Priya Nair", email: `priya.nair@${COMPANY.domain}` },
  { signsInAs: "reviewer-2", role: "reviewer", name: "Tomás Ibarra", email: `tomas.ibarra@${COMPANY.domain}` },
  { signsInAs: "compliance", role: "compliance", name: "Élise Caron", email: `elise.caron@${COMPANY.domain}` },
];

export const DEMO_SOURCE = {
  name: `${COMPANY.name} ERP`,
  database: "gatehouse_demo",
  username: "gatehouse_demo_reader",
} as const;

type DemoScope = {
  dataset: string;
  purposes: string[];
  fields: { readonly [field: string]: Treatment };
  rowBound?: { field: string; op: "in"; value: string[] }[];
  rowsPerRequestMax: number;
};

type DemoAgent = {
  name: string;
  description: string;
  model: string;
  vendor: string;
  /** Where it runs. */
  region: string;
  isActive: boolean;
  scopes: readonly DemoScope[];
};

/** The agents of the demo company: three at work, one still a draft. */
export const DEMO_AGENTS: readonly DemoAgent[] = [
  {
    name: "Service desk assistant",
    description: "Drafts answers to customers' questions about orders, deliveries and repairs for the service desk.",
    model: "Large language model, hosted in the EU",
    vendor: "Lindqvist AI",
    region: "SE",
    isActive: true,
    scopes: [
      {
        dataset: "customers",
        purposes: ["customer_support"],
        fields: {
          id: "clear",
          customer_number: "clear",
          company_name: "clear",
          first_name: "clear",
          last_name: "mask",
          email: "mask",
          phone: "mask",
          postal_code: "generalise",
          city: "clear",
          country_code: "clear",
          language: "clear",
          status: "clear",
          vat_id: "redact",
          credit_limit: "generalise",
          payment_terms_days: "clear",
        },
        rowsPerRequestMax: 50,
      },
      {
        dataset: "support_tickets",
        purposes: ["customer_support", "quality_control"],
        fields: {
          id: "clear",
          ticket_number: "clear",
          customer_id: "clear",
          topic: "clear",
          priority: "clear",
          status: "clear",
          subject: "clear",
          body: "clear",
          reporter_name: "mask",
          reporter_email: "mask",
          created_at: "clear",
        },
        rowsPerRequestMax: 50,
      },
    ],
  },
  {
    name: "Invoice explainer",
    description: "Explains open invoices and payments to customers who ask about them.",
    model: "Large language model, self-hosted",
    vendor: COMPANY.name,
    region: "DE",
    isActive: true,
    scopes: [
      {
        dataset: "invoices",
        purposes: ["billing"],
        fields: {
          id: "clear",
          invoice_number: "clear",
          customer_id: "tokenise",
          status: "clear",
          issued_on: "clear",
          due_on: "clear",
          currency: "clear",
          gross_total: "clear",
          paid_total: "clear",
          billing_name: "mask",
          billing_email: "mask",
        },
        rowsPerRequestMax: 100,
      },
      {
        dataset: "payments",
        purposes: ["billing"],
        fields: {
          id: "tokenise",
          invoice_id: "clear",
          customer_id: "tokenise",
          method: "clear",
          status: "clear",
          amount: "clear",
          currency: "clear",
          payer_name: "mask",
          iban: "mask",
          card_reference: "redact",
          created_at: "clear",
        },
        rowsPerRequestMax: 100,
      },
    ],
  },
  {
    name: "Visit planner",
    description: "Proposes routes and times for service visits to the technicians' dispatcher.",
    model: "Small language model, self-hosted",
    vendor: COMPANY.name,
    region: "DE",
    isActive: true,
    scopes: [
      {
        dataset: "bookings",
        purposes: ["service_scheduling"],
        fields: {
          id: "clear",
          booking_number: "clear",
          customer_id: "tokenise",
          service: "clear",
          status: "clear",
          time_window: "clear",
          estimated_duration: "clear",
          site_postal_code: "clear",
          site_city: "clear",
          site_country: "clear",
          on_site_contact: "mask",
          on_site_phone: "mask",
          price: "generalise",
        },
        rowBound: [{ field: "status", op: "in", value: ["requested", "confirmed"] }],
        rowsPerRequestMax: 200,
      },
    ],
  },
  {
    name: "Sales drafting assistant",
    description: "Shall draft offers for the sales team; waits for its first scope.",
    model: "Large language model, hosted in the EU",
    vendor: "Lindqvist AI",
    region: "SE",
    isActive: false,
    scopes: [],
  },
];
