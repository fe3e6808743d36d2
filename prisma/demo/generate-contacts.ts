import { DAY_MS, REFERENCE_TIME, toTimestamp } from "./calendar";
import { toDomain } from "./generate-customers";
import type { CustomerProfile } from "./customer-profile";
import type { ContactRow } from "./demo-rows";
import { createPeople, makeEmail } from "./make-person";
import { makeMobile, makePhone } from "./make-phone";
import { createRandom } from "./random";
import { CONTACT_REMARKS, JOB_TITLES } from "./texts/contact-texts";

const DEPARTMENTS = ["purchasing", "maintenance", "engineering", "accounting", "management"] as const;

/** People at the companies: one to five each. Private customers have none. */
export function generateContacts(seed: number, count: number, profiles: readonly CustomerProfile[]): ContactRow[] {
  const random = createRandom(seed, "contacts");
  const people = createPeople(random);
  const companies = profiles.filter((profile) => profile.row.kind === "company");
  const rows: ContactRow[] = [];
  const add = (profile: CustomerProfile) => {
    const { row, country, city } = profile;
    const person = people(country.code);
    const department = random.pick(DEPARTMENTS);
    const created = profile.createdAt + random.next() * (REFERENCE_TIME - profile.createdAt - DAY_MS);
    const contact: ContactRow = {
      id: random.uuid(),
      customer_id: row.id,
      first_name: person.firstName,
      last_name: person.lastName,
      job_title: random.pick(JOB_TITLES[row.language][department]),
      department,
      email: makeEmail(random, person, row.company_name ? toDomain(row.company_name, country) : undefined),
      phone:
        country.code === "DE" && row.phone !== row.mobile && random.chance(0.5)
          ? `${row.phone}-${random.int(10, 89)}`
          : makePhone(random, country.code, city),
      mobile: random.chance(0.55) ? makeMobile(random, country.code, city) : null,
      language: random.chance(0.92) ? row.language : "en",
      is_primary: profile.contacts.length === 0,
      newsletter: random.chance(0.3),
      remarks: random.chance(0.16) ? random.pick(CONTACT_REMARKS[row.language]) : null,
      created_at: toTimestamp(created),
    };
    profile.contacts.push(contact);
    rows.push(contact);
  };
  for (const profile of companies) if (rows.length < count) add(profile);
  while (rows.length < count && companies.length > 0) {
    const profile = random.pick(companies);
    if (profile.contacts.length < 5) add(profile);
    else if (companies.every((company) => company.contacts.length >= 5)) break;
  }
  return rows;
}
