import { parsePhoneNumberFromString } from "libphonenumber-js";
import { describe, expect, it } from "vitest";

import { generateDemoCompany } from "./generate-demo-company";
import { luhnDigit, TEST_CARD_PREFIXES } from "./make-card";
import { ibanRemainder } from "./make-iban";

const { tables } = generateDemoCompany({ seed: 11, scale: 0.2 });
const texts = [
  ...tables.support_tickets.map((ticket) => ticket.body),
  ...tables.ticket_messages.map((message) => message.body),
  ...tables.sales_notes.map((note) => note.body),
  ...tables.internal_documents.map((document) => document.body),
];
const IBAN = /IBAN ([A-Z]{2}\d{2}[A-Z0-9 ]{10,38}[A-Z0-9])(?![A-Z0-9])/g;
const CARD = /(?<![\d+])(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}|\d{4}([ -]?)\d{6}\2\d{5})(?!\d)/g;

describe("card numbers in running text", () => {
  const cards = texts.flatMap((text) =>
    [
      ...text
        .replace(IBAN, "")
        .replace(/\bcard_\w+|\+\d[\d ()-]+/g, "")
        .matchAll(CARD),
    ].map((match) => match[0].replace(/\D/g, "")),
  );

  it("are there, pass the Luhn check and lie in published test ranges", () => {
    expect(cards.length).toBeGreaterThan(50);
    for (const card of cards) {
      expect(luhnDigit(card.slice(0, -1)), card).toBe(card.slice(-1));
      expect(
        TEST_CARD_PREFIXES.some(([prefix, , length]) => card.startsWith(prefix) && card.length === length),
        card,
      ).toBe(true);
    }
  });

  it("are never in the payments table, which keeps four digits and a reference", () => {
    for (const payment of tables.payments) {
      expect(payment.method === "card").toBe(payment.card_reference !== null);
      if (payment.card_last_four !== null) expect(payment.card_last_four).toMatch(/^\d{4}$/);
    }
  });
});

describe("IBANs", () => {
  it("have right check digits, in payments and in running text", () => {
    const written = texts.flatMap((text) =>
      [...text.matchAll(IBAN)].map((match) => (match[1] ?? "").replaceAll(" ", "")),
    );
    const paid = tables.payments.flatMap((payment) => (payment.iban ? [payment.iban] : []));
    expect(written.length).toBeGreaterThan(50);
    expect(paid.length).toBeGreaterThan(100);
    for (const iban of [...written, ...paid]) expect(ibanRemainder(iban), iban).toBe(1);
  });
});

describe("ways to reach people", () => {
  it("phone numbers are possible numbers of the customer's country", () => {
    for (const customer of tables.customers) {
      const phone = parsePhoneNumberFromString(customer.phone, customer.country_code);
      expect(phone?.country ?? phone?.countryCallingCode, customer.phone).toBeDefined();
      expect(phone?.isPossible(), customer.phone).toBe(true);
    }
  });

  it("mail can reach nobody: every domain is kept for examples", () => {
    const emails = [...tables.customers, ...tables.contacts, ...tables.employees].map((row) => row.email);
    const inTexts = texts.flatMap((text) => text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []);
    expect(inTexts.length).toBeGreaterThan(100);
    for (const email of [...emails, ...inTexts])
      expect(email).toMatch(/^[a-z0-9._-]+@(?:[a-z0-9-]+\.)?(?:[a-z0-9-]+\.example|example\.(?:com|net))\.?$/);
  });
});
