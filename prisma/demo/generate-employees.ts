import { DAY_MS, REFERENCE_TIME, toDay } from "./calendar";
import { COMPANY } from "./company";
import { COUNTRIES, type Country } from "./countries";
import type { EmployeeRole, EmployeeRow } from "./demo-rows";
import { createPeople, makeEmail } from "./make-person";
import { makePhone } from "./make-phone";
import { toMoney } from "./money";
import { createRandom } from "./random";

/** Staff for each point of a country's weight. */
const STAFF_PER_WEIGHT: readonly (readonly [EmployeeRole, number])[] = [
  ["sales", 0.5],
  ["support", 0.36],
  ["technician", 0.6],
];
const HEADQUARTERS_STAFF: readonly (readonly [EmployeeRole, number])[] = [
  ["finance", 9],
  ["engineering", 14],
  ["management", 7],
];
const HOURLY_COST_EUR: Readonly<Record<EmployeeRole, number>> = {
  sales: 58,
  support: 41,
  technician: 47,
  finance: 52,
  engineering: 63,
  management: 96,
};

export function generateEmployees(seed: number, scale: number): EmployeeRow[] {
  const random = createRandom(seed, "employees");
  const people = createPeople(random);
  const rows: EmployeeRow[] = [];
  const emails = new Set<string>();
  const add = (role: EmployeeRole, country: Country) => {
    const person = people(country.code);
    const city = random.pick(country.cities);
    const id = rows.length + 1;
    const plain = makeEmail(random, person, COMPANY.domain);
    const email = emails.has(plain) ? plain.replace("@", `${id}@`) : plain;
    emails.add(email);
    rows.push({
      id,
      employee_number: `E${String(1000 + id)}`,
      first_name: person.firstName,
      last_name: person.lastName,
      email,
      phone: makePhone(random, country.code, city),
      role,
      country_code: country.code,
      city: city.name,
      hired_on: toDay(REFERENCE_TIME - random.int(60, 7300) * DAY_MS),
      hourly_cost: toMoney(Math.round(HOURLY_COST_EUR[role] * random.int(80, 130))),
      is_active: random.chance(0.95),
    });
  };
  for (const country of COUNTRIES) {
    for (const [role, perWeight] of STAFF_PER_WEIGHT) {
      const count = Math.max(1, Math.round(country.weight * perWeight * Math.min(scale, 3)));
      for (let i = 0; i < count; i++) add(role, country);
    }
  }
  for (const [role, count] of HEADQUARTERS_STAFF) {
    for (let i = 0; i < count; i++) add(role, COUNTRIES[0] ?? random.pick(COUNTRIES));
  }
  return rows;
}
