import { DAY_MS, REFERENCE_TIME } from "./calendar";
import { COMPETITORS } from "./company";
import type { CountryCode } from "./countries";
import { displayName, type CustomerProfile } from "./customer-profile";
import type { EmployeeRow, InvoiceRow, OrderRow, ProductRow } from "./demo-rows";
import type { CardOnFile } from "./generate-payments";
import { makeAddress, toAddressLine } from "./make-address";
import { makeCard, writeCardNumber } from "./make-card";
import { makeIban, writeIban } from "./make-iban";
import { makeEmail, type MakePerson } from "./make-person";
import { makeMobile } from "./make-phone";
import { toCents, writeMoney } from "./money";
import type { Random } from "./random";
import type { GetSlot } from "./texts/fill-template";
import type { TicketSlot } from "./texts/ticket-pack";

export interface TicketScene {
  readonly random: Random;
  readonly people: MakePerson;
  readonly profile: CustomerProfile;
  /** Who writes: a contact of the customer or the customer. */
  readonly writer: {
    readonly first_name: string;
    readonly last_name: string;
    readonly email: string;
    readonly phone: string;
    readonly mobile: string | null;
  };
  readonly order: OrderRow;
  readonly invoice: InvoiceRow | null;
  readonly cardOnFile: CardOnFile | null;
  readonly product: ProductRow;
  readonly agent: EmployeeRow;
  readonly rep: EmployeeRow;
  readonly ticketNumber: string;
  readonly at: number;
}

/** The values of one ticket: each is made once, so a name or an amount stays the same through the whole thread. */
export function makeTicketSlots(scene: TicketScene): GetSlot {
  const known = new Map<string, string>();
  const makers = slotMakers(scene);
  const isSlot = (name: string): name is TicketSlot => Object.hasOwn(makers, name);
  return (name) => {
    const value = known.get(name);
    if (value !== undefined) return value;
    if (!isSlot(name)) return null;
    const made = makers[name]();
    known.set(name, made);
    return made;
  };
}

/** A day as it is written in the country. */
export function writeDay(time: number, country: CountryCode): string {
  const date = new Date(time);
  const [day, month, year] = [
    String(date.getUTCDate()).padStart(2, "0"),
    String(date.getUTCMonth() + 1).padStart(2, "0"),
    date.getUTCFullYear(),
  ];
  if (country === "DE") return `${day}.${month}.${year}`;
  if (country === "US") return `${month}/${day}/${year}`;
  return `${day}/${month}/${year}`;
}

/** An account as people write it in a message: an IBAN, or the number with its routing or IFSC code. */
export function writeAccount(random: Random, country: CountryCode): string {
  const iban = makeIban(random, country);
  if (iban) return random.chance(0.7) ? `IBAN ${writeIban(iban)}` : `IBAN ${iban}`;
  if (country === "IN") return `A/c ${random.digits(11)}, IFSC QMBK0${random.digits(6)}`;
  return `account ${random.digits(10)}, routing 0999${random.digits(5)}`;
}

function slotMakers(scene: TicketScene): Record<TicketSlot, () => string> {
  const { random, profile, writer, order, invoice, agent, rep, product, at } = scene;
  const { country, city, row } = profile;
  const other = scene.people(country.code);
  const gross = toCents(invoice?.gross_total ?? order.gross_total);
  const card = scene.cardOnFile ?? makeCard(random);
  const address = {
    street: row.street,
    line2: row.address_line2,
    postalCode: row.postal_code,
    city: row.city,
    region: row.region,
  };
  return {
    name: () => `${writer.first_name} ${writer.last_name}`,
    first: () => writer.first_name,
    company: () => displayName(row),
    phone: () => writer.phone,
    mobile: () => writer.mobile ?? writer.phone,
    email: () => writer.email,
    address: () => toAddressLine(address, country),
    newAddress: () => toAddressLine(makeAddress(random, country, city), country),
    city: () => city.name,
    order: () => order.order_number,
    invoice: () => invoice?.invoice_number ?? order.order_number,
    amount: () => writeMoney(gross, row.currency),
    part: () => writeMoney(Math.round((gross * random.int(10, 80)) / 100), row.currency),
    sku: () => product.sku,
    product: () => product.name,
    qty: () => String(random.int(2, 60)),
    date: () => writeDay(Math.max(Date.parse(order.ordered_at), at - random.int(3, 40) * DAY_MS), country.code),
    later: () => writeDay(at + random.int(3, 30) * DAY_MS, country.code),
    days: () => String(random.int(3, 28)),
    pct: () => String(random.pick([5, 10, 15, 20, 25, 30, 50])),
    account: () => writeAccount(random, country.code),
    card: () => writeCardNumber(random, card.number),
    last4: () => card.lastFour,
    cardRef: () => scene.cardOnFile?.reference ?? `card_${random.digits(12)}`,
    serial: () => `Q${random.digits(7)}`,
    agent: () => `${agent.first_name} ${agent.last_name}`,
    agentEmail: () => agent.email,
    agentPhone: () => agent.phone,
    rep: () => `${rep.first_name} ${rep.last_name}`,
    other: () => `${other.firstName} ${other.lastName}`,
    otherPhone: () => makeMobile(random, country.code, city),
    otherEmail: () =>
      makeEmail(random, other, row.kind === "company" ? (row.email.split("@")[1] ?? "example.com") : undefined),
    competitor: () => random.pick(COMPETITORS),
    time: () => `${random.int(8, 16)}:${random.pick(["00", "15", "30", "45"])}`,
    ticket: () => scene.ticketNumber,
    code: () => random.digits(4),
  };
}

/** The last moment at which anything can have been written. */
export const LAST_WRITTEN = REFERENCE_TIME - 60_000;
