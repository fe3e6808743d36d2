import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClassifyFieldInput, FieldClassification } from "./classify-field";
import { classifyTable } from "./classify-table";
import { CATEGORIES, type Category } from "./vocabulary";

type Field = ClassifyFieldInput & { readonly siblings: readonly string[] };

/** The verdict on one column of a table whose other columns are known by name alone. */
function classifyAmong({ siblings, schema, table, ...field }: Field): FieldClassification {
  const others = siblings.map((column) => ({
    column,
    dataType: "",
    isPrimaryKey: false,
    references: null,
    samples: [],
  }));
  const [first] = classifyTable({ schema, table, columns: [field, ...others] });
  if (first === undefined) throw new Error("a table of one column and more has a first one");
  return first;
}

const classify = (table: string, column: string, more: Partial<Field> = {}) =>
  classifyAmong({
    schema: "public",
    table,
    column,
    dataType: "text",
    isPrimaryKey: false,
    references: null,
    samples: [],
    siblings: [],
    ...more,
  });

describe("a field's category, from its name", () => {
  test.each<[string, string, Category]>([
    ["customers", "email", "email"],
    ["customers", "EMailAddress", "email"],
    ["invoices", "billing_email", "email"],
    ["clients", "courriel", "email"],
    ["clientes", "correo_electronico", "email"],
    ["employees", "home_phone", "phone"],
    ["kunden", "Telefonnummer", "phone"],
    ["clientes", "celular", "phone"],
    ["grahak", "mobile_no", "phone"],
    ["customers", "custphone", "phone"],
    ["Customer", "FirstName", "name"],
    ["members", "LNAME", "name"],
    ["kunden", "nachname", "name"],
    ["clients", "prenom", "name"],
    ["clientes", "apellidos", "name"],
    ["grahak", "poora_naam", "name"],
    ["orders", "ship_to_name", "name"],
    ["customers", "name", "name"],
    ["support_tickets", "reporter_name", "name"],
    ["customers", "street", "address"],
    ["kunden", "strasse", "address"],
    ["kunden", "plz", "address"],
    ["clientes", "codigo_postal", "address"],
    ["grahak", "pata", "address"],
    ["orders", "ship_city", "address"],
    ["customers", "date_of_birth", "special_category"],
    ["kunden", "geburtsdatum", "special_category"],
    ["clients", "date_naissance", "special_category"],
    ["grahak", "janm_tithi", "special_category"],
    ["patients", "blood_type", "special_category"],
    ["employees", "marital_status", "special_category"],
    ["personen", "konfession", "special_category"],
    ["customers", "ssn", "identifier"],
    ["pessoas", "cpf", "identifier"],
    ["visits", "ip_address", "identifier"],
    ["customers", "customer_number", "identifier"],
    ["payments", "iban", "payment_context"],
    ["payments", "card_last_four", "payment_context"],
    ["invoices", "gross_total", "payment_context"],
    ["invoices", "due_on", "payment_context"],
    ["orders", "order_date", "purchase_history"],
    ["order_details", "unit_price", "purchase_history"],
    ["order_items", "quantity", "purchase_history"],
    ["support_tickets", "body", "support_issue"],
    ["complaints", "description", "support_issue"],
    ["sales_notes", "body", "business_sensitive"],
    ["internal_documents", "body", "business_sensitive"],
    ["products", "cost_price_eur", "business_sensitive"],
    ["orders", "margin_percent", "business_sensitive"],
    ["users", "password_hash", "credential"],
    ["integrations", "api_key", "credential"],
    ["benutzer", "kennwort", "credential"],
  ])("%s.%s holds %s", (table, column, category) => {
    expect(classify(table, column).category).toBe(category);
  });

  test.each([
    ["products", "name"],
    ["products", "unit_price"],
    ["categories", "description"],
    ["us_states", "state_name"],
    ["campaigns", "email_template_id"],
    ["users", "email_verified_at"],
    ["orders", "status"],
    ["orders", "id"],
    ["servers", "host_name"],
    ["files", "file_name"],
    ["products", "weight_kg"],
    ["events", "token_type"],
    ["fish", "sex"],
  ])("%s.%s holds nothing personal", (table, column) => {
    const { category, isPersonal } = classify(table, column);
    expect([category, isPersonal]).toEqual(["none", false]);
  });
});

describe("a field's category, from keys, types and comments", () => {
  test("a key that points at customers identifies one, whatever it is called", () => {
    expect(
      classify("t1", "ref7", { dataType: "integer", references: { table: "customers", column: "id" } }).category,
    ).toBe("identifier");
  });

  test("a key that points at products identifies nobody, whatever it is called", () => {
    expect(
      classify("t1", "customer_choice", { dataType: "integer", references: { table: "products", column: "id" } })
        .category,
    ).toBe("none");
  });

  test("the key of a table of people identifies one of them", () => {
    expect(classify("customers", "id", { dataType: "uuid", isPrimaryKey: true }).category).toBe("identifier");
  });

  test("yes or no is not an e-mail address", () => {
    expect(classify("customers", "email", { dataType: "boolean" }).category).toBe("none");
  });

  test("a comment speaks where the name does not", () => {
    expect(classify("customers", "c17", { comment: "The customer's mobile number" }).category).toBe("phone");
  });

  test("a table's other columns decide what a bare state is", () => {
    expect(classify("t", "state", { siblings: ["customer_name", "street", "city", "zip"] }).category).toBe("address");
    expect(classify("jobs", "state", { siblings: ["id", "queue", "started_at"] }).category).toBe("none");
  });

  test("a measure in a medical study is health data, and in a cellar it is not", () => {
    expect(classify("patients", "pulse", { siblings: ["age", "sex", "diagnosis", "cholesterol"] }).category).toBe(
      "special_category",
    );
    expect(classify("wines", "density", { siblings: ["acidity", "alcohol", "sulphates"] }).category).toBe("none");
  });
});

describe("a field's category, from its values", () => {
  test.each<[string, string[], Category]>([
    ["e-mail addresses", ["ada.k@example.com", "b.lind@example.org", "chen@example.net"], "email"],
    ["international phone numbers", ["+49 30 5550 1234", "+44 20 7946 0991", "+55 11 95550-1234"], "phone"],
    [
      "IBANs",
      ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "FR1420041010050500013M02606"],
      "payment_context",
    ],
    ["card numbers", ["4111 1111 1111 1111", "5500005555555559", "340000000000009"], "payment_context"],
    [
      "password hashes",
      ["$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA"],
      "credential",
    ],
    ["keys of other services", ["sk_live_51H8abcdEFGH1234ijkl", "sk_live_99Zabcdefgh5678mnop"], "credential"],
    ["network addresses", ["10.2.3.4", "192.168.7.20", "2001:db8::1"], "identifier"],
    ["street addresses", ["12 Harbour Street", "Lindenstraße 44", "8 rue des Lilas"], "address"],
    ["people's names", ["Maria Sommer", "Robert Okafor", "Anna Lindqvist", "José Prado"], "name"],
    ["national identity numbers", ["123-45-6789", "219-09-9999", "457-55-5462"], "identifier"],
  ])("%s are recognised under a name that says nothing", (_, samples, category) => {
    expect(classify("t1", "c1", { samples, siblings: ["email"] }).category).toBe(category);
  });

  test("a name that promises a phone number is not believed over other values", () => {
    expect(classify("devices", "mobile", { samples: ["yes", "no", "yes", "no"] }).category).toBe("none");
  });

  test("fewer than all digits of a long number are no card and no phone", () => {
    expect(
      classify("t1", "c1", { samples: ["1234567890123456", "8888888888888888", "1000200030004000"] }).category,
    ).toBe("none");
  });

  test("a catalogue of works is not taken for people", () => {
    expect(
      classify("tracks", "title", { samples: ["Northern Lights", "The Long Way Home", "Blue Sunday"] }).category,
    ).toBe("none");
  });
});

describe("every classification", () => {
  const name = fc.oneof(
    fc.constantFrom("email", "customer_id", "notes", "Price", "strasse", "created_at", "phone", "V7"),
    fc.string({ unit: "grapheme", maxLength: 40 }),
  );
  const value = fc.oneof(
    fc.emailAddress(),
    fc.string({ minLength: 8, maxLength: 60 }),
    fc.uuid(),
    fc.ipV4(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.lorem(),
  );
  const input = fc.record({
    schema: fc.constant("public"),
    table: name,
    column: name,
    dataType: fc.constantFrom("", "text", "integer", "boolean", "date", "jsonb", "inet", "numeric(10,2)", "bytea"),
    isPrimaryKey: fc.boolean(),
    references: fc.option(fc.record({ table: name, column: name })),
    comment: fc.option(fc.string({ maxLength: 60 })),
    samples: fc.array(value, { maxLength: 12 }),
    siblings: fc.array(name, { maxLength: 10 }),
  });

  test("has a known category, a confidence from 0 to 1 and a reason, and comes out the same again", () => {
    fc.assert(
      fc.property(input, (field) => {
        const first = classifyAmong(field);
        expect(CATEGORIES).toContain(first.category);
        expect(first.confidence).toBeGreaterThanOrEqual(0);
        expect(first.confidence).toBeLessThanOrEqual(1);
        expect(first.reason.length).toBeGreaterThan(10);
        expect(classifyAmong(field)).toEqual(first);
      }),
    );
  });

  test("does not depend on the order of the values or of the other columns", () => {
    fc.assert(
      fc.property(input, (field) => {
        expect(
          classifyAmong({ ...field, samples: field.samples.toReversed(), siblings: field.siblings.toReversed() }),
        ).toEqual(classifyAmong(field));
      }),
    );
  });

  test("never repeats a value in its reason", () => {
    const telling = fc.oneof(
      fc.emailAddress(),
      fc.uuid(),
      fc.stringMatching(/^[A-Z][a-z]{3,8} [A-Z][a-z]{5,9}son$/),
      fc.stringMatching(/^\+49 30 \d{8}$/),
      fc.stringMatching(/^[0-9a-f]{32}$/),
    );
    fc.assert(
      fc.property(input, fc.array(telling, { minLength: 1, maxLength: 10 }), (field, samples) => {
        const { reason } = classifyAmong({ ...field, samples });
        for (const sample of samples) expect(reason).not.toContain(sample);
      }),
    );
  });
});

describe("hostile values", () => {
  const long = 1_000_000;
  test.each<[string, string[]]>([
    ["nothing at all", []],
    ["only empty ones", ["", " ", "\u200b\u200b", "\u0000"]],
    ["one letter a million times", ["a".repeat(long)]],
    ["digits and separators a million times", ["1-".repeat(long / 2), "(1 ".repeat(long / 3), "+1.".repeat(long / 3)]],
    [
      "almost an e-mail address",
      [`${"a.".repeat(long / 2)}@`, `a@${"b.".repeat(long / 2)}`, `${"@".repeat(long)}.com`],
    ],
    [
      "almost a URL, an address, a hash",
      [`https://${"a:".repeat(long / 2)}`, `1 ${"street ".repeat(long / 7)}`, `$2b$${"x$".repeat(long / 2)}`],
    ],
    ["colons", [":".repeat(long), "a:".repeat(long / 2)]],
    [
      "invisible and right-to-left characters",
      ["\u200b".repeat(long), "\u202e\u2066abc\u2069".repeat(1000), "e\u0301".repeat(long / 2)],
    ],
    ["lone surrogates", ["\ud800".repeat(1000), "\udfff x"]],
    ["a hundred thousand of them", Array.from({ length: 100_000 }, (_, index) => `value ${index}`)],
  ])("of %s are judged before the test's time is over", { timeout: 20_000 }, (_, samples) => {
    const { category } = classify("customers", "notes", { samples });
    expect(CATEGORIES).toContain(category);
  });
});
