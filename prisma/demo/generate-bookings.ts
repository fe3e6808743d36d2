import { DAY_MS, HOUR_MS, REFERENCE_TIME, toTimestamp, toWeekday } from "./calendar";
import { createCustomerPicker, type CustomerProfile, type FindStaff } from "./customer-profile";
import type { BookingRow, EmployeeRow } from "./demo-rows";
import { makeAddress } from "./make-address";
import { toMoney } from "./money";
import { createRandom, type Random } from "./random";
import { ACCESS_INSTRUCTIONS, SERVICE_REPORTS } from "./texts/booking-texts";
import { fillTemplate } from "./texts/fill-template";

const HOURS: Readonly<Record<BookingRow["service"], number>> = {
  commissioning: 6,
  maintenance: 4,
  repair: 3,
  inspection: 2,
  training: 7,
};
const HOURLY_RATE_EUR = 96;

/** Service visits of the last three years and the next weeks; a technician is never in two places at once. */
export function generateBookings(
  seed: number,
  count: number,
  profiles: readonly CustomerProfile[],
  staff: FindStaff,
): BookingRow[] {
  const random = createRandom(seed, "bookings");
  const pickCustomer = createCustomerPicker(random, profiles, (profile) => profile.weight);
  const taken = new Set<string>();
  const rows: BookingRow[] = [];
  for (let attempt = 0; rows.length < count && attempt < count * 20; attempt++) {
    const profile = pickCustomer();
    const technician = random.pick(staff("technician", profile.country.code));
    const from = Math.max(Date.UTC(2023, 10, 1), profile.createdAt + 3 * DAY_MS);
    const day = toWeekday(Math.floor((from + random.next() * (REFERENCE_TIME + 42 * DAY_MS - from)) / DAY_MS) * DAY_MS);
    const key = `${technician.id}:${day}`;
    if (taken.has(key)) continue;
    taken.add(key);
    const booking = makeBooking(random, rows.length + 1, profile, technician, day);
    profile.bookings.push(booking);
    rows.push(booking);
  }
  return rows;
}

function makeBooking(
  random: Random,
  id: number,
  profile: CustomerProfile,
  technician: EmployeeRow,
  day: number,
): BookingRow {
  const { row, country, city, contacts, orders } = profile;
  const service = random.weighted<BookingRow["service"]>([
    ["maintenance", 38],
    ["repair", 26],
    ["inspection", 18],
    ["commissioning", 12],
    ["training", 6],
  ]);
  const start = day + random.int(6, 10) * HOUR_MS + random.pick([0, 0, 30]) * 60_000;
  const minutes = Math.round(HOURS[service] * (0.6 + random.next() * 0.8) * 4) * 15;
  const contact = contacts.length > 0 ? random.pick(contacts) : null;
  const person = contact ?? row;
  const elsewhere = random.chance(0.15) ? makeAddress(random, country, city) : null;
  const status = toStatus(random, start);
  const earlier = orders.filter((order) => Date.parse(order.ordered_at) < start);
  const booking: BookingRow = {
    id,
    booking_number: `SV-${String(20_000 + id)}`,
    customer_id: row.id,
    contact_id: contact?.id ?? null,
    order_id: earlier.length > 0 && random.chance(0.5) ? random.pick(earlier).id : null,
    technician_id: technician.id,
    service,
    status,
    time_window: `[${toTimestamp(start)},${toTimestamp(start + minutes * 60_000)})`,
    estimated_duration: `${minutes} minutes`,
    site_street: elsewhere?.street ?? row.street,
    site_postal_code: elsewhere?.postalCode ?? row.postal_code,
    site_city: row.city,
    site_country: row.country_code,
    on_site_contact: `${person.first_name} ${person.last_name}`,
    on_site_phone: person.mobile ?? person.phone,
    access_instructions: null,
    report: null,
    price: toMoney(Math.round((HOURLY_RATE_EUR * 100 * country.perEuro * minutes) / 60)),
    currency: country.currency,
    created_at: toTimestamp(Math.max(profile.createdAt, Math.min(start, REFERENCE_TIME) - random.int(2, 40) * DAY_MS)),
  };
  const slots: Readonly<Record<string, () => string>> = {
    name: () => booking.on_site_contact,
    phone: () => booking.on_site_phone,
    code: () => random.digits(4),
    gate: () => String(random.int(1, 9)),
    serial: () => `Q${random.digits(7)}`,
    technician: () => `${technician.first_name} ${technician.last_name}`,
    number: () => String(random.int(2, 14)),
  };
  const fill = (texts: readonly string[]) =>
    fillTemplate(random, random.pick(texts), (name) => slots[name]?.() ?? null);
  if (random.chance(0.45)) booking.access_instructions = fill(ACCESS_INSTRUCTIONS[row.language]);
  if (status === "done") booking.report = fill(SERVICE_REPORTS[row.language]);
  return booking;
}

function toStatus(random: Random, start: number): BookingRow["status"] {
  if (start > REFERENCE_TIME)
    return random.weighted([
      ["requested", 30],
      ["confirmed", 65],
      ["cancelled", 5],
    ]);
  return random.weighted([
    ["done", 90],
    ["cancelled", 7],
    ["no_show", 3],
  ]);
}
