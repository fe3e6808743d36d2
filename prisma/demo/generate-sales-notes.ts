import { DAY_MS, officeTime, REFERENCE_TIME, toTimestamp } from "./calendar";
import { COMPETITORS } from "./company";
import { createCustomerPicker, displayName, type CustomerProfile, type FindStaff } from "./customer-profile";
import type { EmployeeRow, SalesNoteRow } from "./demo-rows";
import { writeAccount, writeDay } from "./make-ticket-slots";
import { createPeople, makeEmail } from "./make-person";
import { makeMobile } from "./make-phone";
import { toMoney, writeMoney } from "./money";
import { createRandom, type Random } from "./random";
import { fillTemplate } from "./texts/fill-template";
import { NOTE_PACKS } from "./texts/note-packs";
import { pickSome, toSentence } from "./write-ticket-text";

/** The sales diary: who said what, which discount, which margin, which rival. */
export function generateSalesNotes(
  seed: number,
  count: number,
  profiles: readonly CustomerProfile[],
  employees: readonly EmployeeRow[],
  staff: FindStaff,
): SalesNoteRow[] {
  const random = createRandom(seed, "sales-notes");
  const people = createPeople(random);
  const pickCustomer = createCustomerPicker(random, profiles, (profile) => profile.weight ** 1.2);
  const employeeOf = new Map(employees.map((employee) => [employee.id, employee]));
  const drafts = Array.from({ length: count }, () => {
    const profile = pickCustomer();
    return {
      profile,
      at: Math.min(
        officeTime(random, Math.max(Date.UTC(2022, 0, 3), profile.createdAt), REFERENCE_TIME - DAY_MS),
        REFERENCE_TIME - 60_000,
      ),
    };
  }).sort((a, b) => a.at - b.at);
  return drafts.map(({ profile, at }) => {
    const { row, country, city, contacts, orders } = profile;
    const author = random.chance(0.8) ? employeeOf.get(row.account_manager_id) : undefined;
    const writer = author ?? random.pick(staff("sales", country.code));
    const person = contacts.length > 0 ? random.pick(contacts) : row;
    const boss = employeeOf.get(random.pick(staff("management", country.code)).id);
    const other = people(country.code);
    const discount = random.int(4, 38);
    const revenueCents = random.int(8, 900) * 1000_00 * Math.max(1, Math.round(country.perEuro));
    const slots: Readonly<Record<string, () => string>> = {
      name: () => `${person.first_name} ${person.last_name}`,
      mobile: () => person.mobile ?? person.phone,
      email: () => person.email,
      company: () => displayName(row),
      city: () => city.name,
      other: () => `${other.firstName} ${other.lastName}`,
      otherPhone: () => makeMobile(random, country.code, city),
      otherEmail: () => makeEmail(random, other),
      rep: () => `${writer.first_name} ${writer.last_name}`,
      boss: () => (boss ? `${boss.first_name} ${boss.last_name}` : "HQ"),
      competitor: () => random.pick(COMPETITORS),
      discount: () => String(discount),
      rivalDiscount: () => String(discount + random.int(1, 9)),
      margin: () => String(random.int(9, 46)),
      floor: () => String(random.int(5, 18)),
      amount: () => writeMoney(revenueCents, row.currency),
      price: () => writeMoney(random.int(40, 4000) * 100 * Math.max(1, Math.round(country.perEuro)), row.currency),
      order: () => (orders.length > 0 ? random.pick(orders).order_number : "the first order"),
      date: () => writeDay(at + random.int(7, 120) * DAY_MS, country.code),
      account: () => writeAccount(random, country.code),
      number: () => String(random.int(2, 60)),
    };
    const language = random.chance(0.85) ? row.language : "en";
    return makeNote(random, language, slots, { customerId: row.id, authorId: writer.id, discount, revenueCents, at });
  });
}

function makeNote(
  random: Random,
  language: keyof typeof NOTE_PACKS,
  slots: Readonly<Record<string, () => string>>,
  facts: { customerId: string; authorId: number; discount: number; revenueCents: number; at: number },
): SalesNoteRow {
  const pack = NOTE_PACKS[language];
  const fill = (template: string) => fillTemplate(random, template, (name) => slots[name]?.() ?? null);
  const parts = [
    pack.openings,
    ...pickSome(random, [pack.discounts, pack.competitors, pack.margins, pack.people], random.int(1, 3)),
    pack.nextSteps,
  ];
  const hasForecast = random.chance(0.6);
  return {
    id: random.uuid(),
    customer_id: facts.customerId,
    author_id: facts.authorId,
    kind: random.weighted([
      ["visit", 34],
      ["call", 34],
      ["negotiation", 20],
      ["trade_fair", 7],
      ["internal", 5],
    ]),
    title: fill(random.pick(pack.titles)),
    body: parts.map((part) => toSentence(fill(random.pick(part)))).join(random.chance(0.3) ? "\n" : " "),
    expected_discount_percent: hasForecast ? toMoney(facts.discount * 100) : null,
    expected_revenue: hasForecast ? toMoney(facts.revenueCents) : null,
    win_probability: hasForecast ? random.int(1, 19) * 5 : null,
    is_confidential: random.chance(0.3),
    created_at: toTimestamp(facts.at),
  };
}
