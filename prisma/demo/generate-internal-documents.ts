import { DAY_MS, REFERENCE_TIME, toDay, toTimestamp } from "./calendar";
import { COMPETITORS } from "./company";
import { COUNTRIES } from "./countries";
import { displayName, type CustomerProfile } from "./customer-profile";
import type { EmployeeRow, InternalDocumentRow, ProductRow } from "./demo-rows";
import { makeAddress, toAddressLine } from "./make-address";
import { writeAccount, writeDay } from "./make-ticket-slots";
import { createPeople, makeEmail } from "./make-person";
import { makeMobile } from "./make-phone";
import { writeMoney } from "./money";
import { createRandom, type Random } from "./random";
import { DOCUMENT_BLUEPRINTS, type DocumentBlueprint } from "./texts/document-blueprints";
import { fillTemplate, type GetSlot } from "./texts/fill-template";

const PASSWORD_WORDS = [
  "Ventil",
  "Sommer",
  "Kugel",
  "Harbor",
  "Monsun",
  "Foundry",
  "Moulin",
  "Junho",
  "Flansch",
  "Pressure",
];
const SYSTEMS = ["webshop", "carrier labels", "card payments", "ERP export", "dealer portal", "e-invoicing"];

export interface DocumentSources {
  readonly profiles: readonly CustomerProfile[];
  readonly products: readonly ProductRow[];
  readonly employees: readonly EmployeeRow[];
}

export function generateInternalDocuments(
  seed: number,
  count: number,
  sources: DocumentSources,
): InternalDocumentRow[] {
  const random = createRandom(seed, "internal-documents");
  const people = createPeople(random);
  const owners = sources.employees.filter(
    (employee) => employee.role === "management" || employee.role === "finance" || employee.role === "sales",
  );
  const bosses = sources.employees.filter((employee) => employee.role === "management");
  const customers = sources.profiles.filter((profile) => profile.contacts.length > 0);
  return Array.from({ length: count }, (_, index) => {
    const blueprint = DOCUMENT_BLUEPRINTS[index % DOCUMENT_BLUEPRINTS.length] ?? random.pick(DOCUMENT_BLUEPRINTS);
    const owner = random.pick(owners);
    const updatedAt = REFERENCE_TIME - random.int(1, 1400) * DAY_MS + random.int(0, 8) * 3_600_000;
    const fitting = customers.filter((profile) => profile.row.language === blueprint.language);
    const profile = random.pick(fitting.length > 0 ? fitting : customers);
    const slots = makeSlots(random, people, {
      owner,
      boss: random.pick(bosses),
      profile,
      product: random.pick(sources.products),
      updatedAt,
    });
    return makeDocument(random, index + 1, blueprint, slots, {
      ownerId: owner.id,
      customerId: blueprint.isAboutCustomer ? profile.row.id : null,
      updatedAt,
    });
  });
}

function makeDocument(
  random: Random,
  id: number,
  blueprint: DocumentBlueprint,
  slots: GetSlot,
  facts: { ownerId: number; customerId: string | null; updatedAt: number },
): InternalDocumentRow {
  const fill = (template: string) => fillTemplate(random, template, slots);
  const validFrom = facts.updatedAt + random.int(0, 60) * DAY_MS;
  return {
    id,
    document_number: `D-${String(3000 + id)}`,
    title: fill(blueprint.title),
    category: blueprint.category,
    classification: blueprint.classification,
    language: blueprint.language,
    body: blueprint.paragraphs.map(fill).join("\n\n"),
    owner_id: facts.ownerId,
    customer_id: facts.customerId,
    tags: [...blueprint.tags],
    metadata: {
      version: random.int(1, 9),
      pages: random.int(1, 24),
      format: random.pick(["docx", "pdf", "wiki"]),
      reviewed: random.chance(0.6),
    },
    valid_from: toDay(validFrom),
    valid_until: random.chance(0.5) ? toDay(validFrom + random.int(180, 900) * DAY_MS) : null,
    updated_at: toTimestamp(facts.updatedAt),
  };
}

interface Cast {
  readonly owner: EmployeeRow;
  readonly boss: EmployeeRow;
  readonly profile: CustomerProfile;
  readonly product: ProductRow;
  readonly updatedAt: number;
}

function makeSlots(random: Random, people: ReturnType<typeof createPeople>, cast: Cast): GetSlot {
  const { owner, boss, profile, product, updatedAt } = cast;
  const { country, city, row } = profile;
  const contact = profile.contacts[0];
  const person = people(country.code);
  const address = {
    street: row.street,
    line2: row.address_line2,
    postalCode: row.postal_code,
    city: row.city,
    region: row.region,
  };
  const makers: Readonly<Record<string, () => string>> = {
    country: () => random.pick(COUNTRIES).name,
    city: () => city.name,
    year: () => String(new Date(updatedAt).getUTCFullYear()),
    date: () => writeDay(updatedAt + random.int(5, 90) * DAY_MS, country.code),
    pct: () => String(random.int(2, 9)),
    floor: () => String(random.int(10, 24)),
    deep: () => String(random.int(25, 42)),
    margin: () => String(random.int(6, 48)),
    days: () => String(random.int(7, 60)),
    price: () => writeMoney(random.int(300, 90_000), row.currency),
    price2: () => writeMoney(random.int(100_000, 900_000), row.currency),
    salary: () => writeMoney(random.int(420_000, 980_000), "EUR"),
    amount: () => writeMoney(random.int(20, 900) * 100_000, row.currency),
    account: () => writeAccount(random, country.code),
    competitor: () => random.pick(COMPETITORS),
    sku: () => product.sku,
    owner: () => `${owner.first_name} ${owner.last_name}`,
    ownerPhone: () => owner.phone,
    boss: () => `${boss.first_name} ${boss.last_name}`,
    customer: () => displayName(row),
    address: () => toAddressLine(address, country),
    contact: () => `${contact?.first_name ?? row.first_name} ${contact?.last_name ?? row.last_name}`,
    contactPhone: () => contact?.phone ?? row.phone,
    contactEmail: () => contact?.email ?? row.email,
    person: () => `${person.firstName} ${person.lastName}`,
    personPhone: () => makeMobile(random, country.code, city),
    personEmail: () => makeEmail(random, person),
    personAddress: () => toAddressLine(makeAddress(random, country, city), country),
    code: () => random.digits(4),
    code2: () => random.digits(6),
    gate: () => String(random.int(1, 9)),
    password: () => `${random.pick(PASSWORD_WORDS)}-${random.int(1990, 2026)}!`,
    password2: () => `${random.pick(PASSWORD_WORDS)}${random.digits(3)}$`,
    apiKey: () => `qmk_live_${random.uuid().replaceAll("-", "")}`,
    apiKey2: () => `qmk_test_${random.uuid().replaceAll("-", "")}`,
    dbUser: () => `svc_${random.pick(["erp", "shop", "labels", "pay"])}`,
    system: () => random.pick(SYSTEMS),
  };
  const known = new Map<string, string>();
  return (name) => {
    const value = known.get(name) ?? makers[name]?.() ?? null;
    if (value !== null) known.set(name, value);
    return value;
  };
}
