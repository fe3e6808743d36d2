import type { City, Country } from "./countries";
import type { BookingRow, ContactRow, CustomerRow, EmployeeRow, EmployeeRole, InvoiceRow, OrderRow } from "./demo-rows";
import type { Random } from "./random";

/** A customer with what has been made for it so far, so that later tables refer to earlier ones. */
export interface CustomerProfile {
  readonly row: CustomerRow;
  readonly country: Country;
  readonly city: City;
  readonly createdAt: number;
  /** How much it buys and writes, relative to others. */
  readonly weight: number;
  readonly contacts: ContactRow[];
  readonly orders: OrderRow[];
  readonly invoices: InvoiceRow[];
  readonly bookings: BookingRow[];
}

export function displayName(row: CustomerRow): string {
  return row.company_name ?? `${row.first_name} ${row.last_name}`;
}

/** Draws customers by weight, heavy buyers more often. */
export function createCustomerPicker(
  random: Random,
  profiles: readonly CustomerProfile[],
  weightOf: (profile: CustomerProfile) => number,
): () => CustomerProfile {
  const sums: number[] = [];
  let total = 0;
  for (const profile of profiles) {
    total += weightOf(profile);
    sums.push(total);
  }
  return () => {
    const target = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const profile = profiles[low];
    if (!profile) throw new Error("There are no customers to pick from.");
    return profile;
  };
}

export type FindStaff = (role: EmployeeRole, country: string) => readonly EmployeeRow[];

/** Staff of a role in a country; where there is none, staff of the role anywhere. */
export function createStaffFinder(employees: readonly EmployeeRow[]): FindStaff {
  const groups = new Map<string, EmployeeRow[]>();
  for (const employee of employees) {
    for (const key of [`${employee.role}:${employee.country_code}`, employee.role]) {
      const group = groups.get(key);
      if (group) group.push(employee);
      else groups.set(key, [employee]);
    }
  }
  return (role, country) => groups.get(`${role}:${country}`) ?? groups.get(role) ?? [];
}
