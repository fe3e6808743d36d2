import { DAY_MS, officeTime, REFERENCE_TIME, toTimestamp } from "./calendar";
import { displayName, type CustomerProfile } from "./customer-profile";
import type { InvoiceRow, PaymentRow } from "./demo-rows";
import { makePaymentAccount, pickMethod } from "./make-payment-account";
import { toCents, toMoney } from "./money";
import { createRandom, type Random } from "./random";
import { CHARGEBACK_NOTES, INVOICE_NOTES } from "./texts/payment-texts";

interface Step {
  readonly cents: number;
  readonly status: PaymentRow["status"];
  readonly at: number;
}

export interface Payments {
  readonly payments: PaymentRow[];
  /** Invoice → the card it was paid with last. Customers write whole numbers into tickets; the payments table never holds them. */
  readonly cards: ReadonlyMap<number, CardOnFile>;
}
export interface CardOnFile {
  readonly number: string;
  readonly lastFour: string;
  readonly reference: string;
}

/** Payments for every invoice, and the invoice's status, paid total and dunning level that follow from them. */
export function generatePayments(
  seed: number,
  profiles: readonly CustomerProfile[],
  invoices: readonly InvoiceRow[],
): Payments {
  const random = createRandom(seed, "payments");
  const profileOf = new Map(profiles.map((profile) => [profile.row.id, profile]));
  const accounts = new Map<string, ReturnType<typeof makePaymentAccount>>();
  const payments: PaymentRow[] = [];
  const cards = new Map<number, CardOnFile>();
  for (const invoice of invoices) {
    const profile = profileOf.get(invoice.customer_id);
    if (!profile) throw new Error(`Invoice ${invoice.invoice_number} has no customer.`);
    const steps = planPayments(random, invoice);
    settle(random, invoice, steps);
    for (const step of steps) {
      const method = pickMethod(random, profile.country.code, profile.row.segment);
      const key = `${invoice.customer_id}:${method}`;
      const known = accounts.get(key);
      const account = known && random.chance(0.8) ? known : makePaymentAccount(random, profile, method);
      accounts.set(key, account);
      payments.push(makePayment(random, invoice, profile, step, account));
      if (account.card && account.cardReference)
        cards.set(invoice.id, { ...account.card, reference: account.cardReference });
    }
  }
  return { payments, cards };
}

function planPayments(random: Random, invoice: InvoiceRow): Step[] {
  const gross = toCents(invoice.gross_total);
  const issued = Date.parse(invoice.issued_on);
  const due = Date.parse(invoice.due_on);
  const at = (from: number, to: number) => Math.min(officeTime(random, from, to), REFERENCE_TIME - 3_600_000);
  if (due > REFERENCE_TIME) {
    if (random.chance(0.06)) return [{ cents: gross, status: "pending", at: at(issued, REFERENCE_TIME) }];
    return random.chance(0.4) ? [{ cents: gross, status: "succeeded", at: at(issued, REFERENCE_TIME) }] : [];
  }
  const paidAt = at(issued + DAY_MS, due + random.int(0, 20) * DAY_MS);
  const paid: Step = { cents: gross, status: "succeeded", at: paidAt };
  const part = Math.max(1, Math.round(gross * (0.2 + random.next() * 0.6)));
  const age = REFERENCE_TIME - due;
  const fate = random.next();
  if (fate < 0.03) return [{ ...paid, status: random.chance(0.6) ? "charged_back" : "disputed" }];
  if (fate < 0.04) return [{ ...paid, status: "refunded" }];
  if (fate < 0.055) return [{ ...paid, cents: part }];
  if (age < 120 * DAY_MS ? fate < 0.14 : fate < 0.065) return random.chance(0.3) ? [{ ...paid, status: "failed" }] : [];
  if (fate < 0.17)
    return [
      { ...paid, status: "failed" },
      { ...paid, at: at(paidAt, paidAt + 5 * DAY_MS) },
    ];
  if (fate < 0.18)
    return [
      { ...paid, status: "charged_back" },
      { ...paid, at: at(paidAt + 9 * DAY_MS, paidAt + 30 * DAY_MS) },
    ];
  if (fate < 0.23 && gross > part)
    return [
      { ...paid, cents: part },
      { ...paid, cents: gross - part, at: at(paidAt + DAY_MS, paidAt + 30 * DAY_MS) },
    ];
  return [paid];
}

function settle(random: Random, invoice: InvoiceRow, steps: readonly Step[]): void {
  const gross = toCents(invoice.gross_total);
  const paid = steps.reduce((sum, step) => sum + (step.status === "succeeded" ? step.cents : 0), 0);
  const overdueDays = Math.floor((REFERENCE_TIME - Date.parse(invoice.due_on)) / DAY_MS);
  const isContested = steps.some((step) => step.status === "charged_back" || step.status === "disputed");
  invoice.paid_total = toMoney(paid);
  if (paid === gross) invoice.status = "paid";
  else if (isContested) invoice.status = "disputed";
  else if (steps.some((step) => step.status === "refunded")) invoice.status = "written_off";
  else if (paid > 0) invoice.status = "partly_paid";
  else if (overdueDays > 300) invoice.status = "written_off";
  else if (overdueDays > 0) invoice.status = "overdue";
  const isLate = invoice.status === "overdue" || (invoice.status === "partly_paid" && overdueDays > 0);
  if (isLate) invoice.dunning_level = Math.min(3, Math.floor(overdueDays / 14));
  if (invoice.status !== "paid" && invoice.status !== "open" && random.chance(0.6))
    invoice.note = random.pick(INVOICE_NOTES[invoice.status]);
}

function makePayment(
  random: Random,
  invoice: InvoiceRow,
  profile: CustomerProfile,
  step: Step,
  account: ReturnType<typeof makePaymentAccount>,
): PaymentRow {
  const isSettled =
    step.status === "succeeded" ||
    step.status === "refunded" ||
    step.status === "charged_back" ||
    step.status === "disputed";
  const chargedBackAt = Math.min(step.at + random.int(3, 8) * DAY_MS, REFERENCE_TIME);
  const note = step.status === "charged_back" || step.status === "disputed" ? random.pick(CHARGEBACK_NOTES) : null;
  return {
    id: random.uuid(),
    invoice_id: invoice.id,
    customer_id: invoice.customer_id,
    method: account.method,
    status: step.status,
    amount: toMoney(step.cents),
    currency: invoice.currency,
    payer_name: random.chance(0.93) ? displayName(profile.row) : `${profile.row.first_name} ${profile.row.last_name}`,
    iban: account.iban,
    card_brand: account.card?.brand ?? null,
    card_last_four: account.card?.lastFour ?? null,
    card_reference: account.cardReference,
    bank_reference: account.bankReference,
    failure_reason:
      step.status === "failed"
        ? random.pick([
            "insufficient_funds",
            "card_declined",
            "account_closed",
            "limit_exceeded",
            "expired_card",
            "no_mandate",
          ])
        : null,
    processor_note:
      note
        ?.replace("{invoice}", invoice.invoice_number)
        .replace("{name}", `${profile.row.first_name} ${profile.row.last_name}`) ?? null,
    created_at: toTimestamp(step.at),
    settled_at: isSettled ? toTimestamp(Math.min(step.at + random.int(0, 2) * DAY_MS, REFERENCE_TIME)) : null,
    charged_back_at: step.status === "charged_back" ? toTimestamp(chargedBackAt) : null,
  };
}
