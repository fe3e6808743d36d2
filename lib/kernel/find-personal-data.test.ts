import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData } from "./find-personal-data";
import { growthOfEightfold, LINEAR_GROWTH_MAX } from "./growth-fixture";
import { MESSAGES } from "./personal-data-fixture";
import type { PersonalDataType } from "./personal-data-span";

type Marked = { text: string; values: { start: number; end: number; kind: string }[] };

/** "I am {name|Ada}" → the text, and where each value stands. A third part is what has to be hidden of the value. */
function readMarks(message: string): Marked {
  const marked: Marked = { text: "", values: [] };
  let at = 0;
  for (const match of message.matchAll(/\{(?<kind>\w+)\|(?<shown>[^|}]*)(?:\|(?<must>[^}]*))?\}/g)) {
    const { kind = "", shown = "", must = shown } = match.groups ?? {};
    marked.text += message.slice(at, match.index);
    const start = marked.text.length + shown.indexOf(must);
    marked.values.push({ start, end: start + must.length, kind });
    marked.text += shown;
    at = match.index + match[0].length;
  }
  marked.text += message.slice(at);
  return marked;
}

const found = (text: string, phoneRegion?: string): string[] =>
  findPersonalData(text, phoneRegion === undefined ? {} : { phoneRegion }).map(
    ({ start, end, type }) => `${type}: ${text.slice(start, end)}`,
  );

function isHidden(text: string, start: number, end: number): boolean {
  const spans = findPersonalData(text);
  for (let at = start; at < end; at += 1)
    if (/[\p{L}\p{N}]/u.test(text[at] ?? "") && !spans.some((span) => span.start <= at && at < span.end)) return false;
  return true;
}

describe("personal data in a message", () => {
  const messages = MESSAGES.map(readMarks);

  it("has messages to find it in", () => {
    expect(messages.length).toBeGreaterThan(50);
    expect(messages.flatMap(({ values }) => values).length).toBeGreaterThan(70);
  });

  it.each(messages.filter(({ values }) => values.length > 0))("is hidden whole in: $text", ({ text, values }) => {
    for (const { start, end } of values)
      expect({ value: text.slice(start, end), isHidden: isHidden(text, start, end) }).toEqual({
        value: text.slice(start, end),
        isHidden: true,
      });
  });

  it.each(messages.filter(({ values }) => values.length === 0))("is not seen where none is: $text", ({ text }) => {
    expect(found(text)).toEqual([]);
  });
});

describe("each kind is named", () => {
  it.each<[PersonalDataType, string, string]>([
    ["payment_card", "my card 5500 0055 5555 5559 was declined", "5500 0055 5555 5559"],
    ["payment_card", "charged to 4111111111111111 again", "4111111111111111"],
    ["bank_account", "IBAN DE89 3704 0044 0532 0130 00 please", "DE89 3704 0044 0532 0130 00"],
    ["bank_account", "account number 1234567890 at your bank", "1234567890"],
    ["email", "write to ada@example.org.", "ada@example.org"],
    ["email", "ada (at) example (dot) org is mine", "ada (at) example (dot) org"],
    ["ip_address", "someone at 2001:db8::8a2e:370:7334 logged in", "2001:db8::8a2e:370:7334"],
    ["url_with_person", "see https://linkedin.com/in/ada-okonkwo there", "https://linkedin.com/in/ada-okonkwo"],
    ["username", "I am @ada_writes there", "@ada_writes"],
    ["date_of_birth", "I was born on 3 May 1990 in Leeds", "3 May 1990"],
    ["vehicle", "the taxi KA53ME3456 took my bag", "KA53ME3456"],
    ["national_id", "my aadhaar is 2341 2341 2346", "2341 2341 2346"],
    ["national_id", "SSN 536-22-8711", "536-22-8711"],
    ["other_id", "customer number C-100042 is mine", "C-100042"],
    ["phone", "ring +49 30 1234567 please", "+49 30 1234567"],
    ["address", "it goes to PO Box 4821 in town", "PO Box 4821"],
    ["name", "I spoke to Ms. Okonkwo", "Okonkwo"],
  ])("%s in: %s", (type, text, value) => {
    expect(found(text)).toContain(`${type}: ${value}`);
  });

  it.each([
    "order number 1234567 has not arrived",
    "we agreed on 12,500.00 EUR on 2024-03-01 at 14:30",
    "version 10.4.2.1 broke between 2019 and 2021",
    "the card 4111 1111 1111 1112 1113 1114 is no card",
    "The Visa fee in Spain is 3% in March.",
    "see https://example.org/help/refunds for more",
  ])("none in: %s", (text) => {
    expect(found(text).filter((value) => !value.startsWith("other_id"))).toEqual([]);
  });

  it("a number without its region's trunk digit is a phone number where the writer's region says so", () => {
    expect(found("see you there 030123456 then")).toEqual([]);
    expect(found("see you there 030123456 then", "DE")).toEqual(["phone: 030123456"]);
  });

  it("a card with one digit mistyped is hidden, and not called a card", () => {
    expect(found("my card number is 4012-8888-8888-1882")).toEqual(["other_id: 4012-8888-8888-1882"]);
  });

  it("a name that is told once is hidden each time", () => {
    expect(found("My name is Zorvath Quillon. Zorvath paid, and Quillon waited.")).toEqual([
      "name: Zorvath Quillon",
      "name: Zorvath",
      "name: Quillon",
    ]);
  });

  it("a card with invisible characters in it is a card", () => {
    expect(found("card 4111\u200b1111\u200b1111\u200b1111")[0]).toMatch(/^payment_card/);
  });
});

describe("the spans", () => {
  const pieces = fc.constantFrom(
    "Anna Müller",
    "ada@example.org",
    "+49 30 1234567",
    "4111 1111 1111 1111",
    "12 High Street",
    "the",
    ".",
    "\n",
    ", ",
    " ",
    "\u200b",
    "🙂",
    "Dr. ",
    "Hi ",
    "and",
    "12345",
    "x",
    "@",
    "é",
  );
  const texts = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  );

  it("are inside the text, sorted, disjoint, not empty, with a score between 0 and 1", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end, score } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });

  it("are the same each time", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(findPersonalData(text)).toEqual(findPersonalData(text));
      }),
    );
  });

  it("cover an e-mail address wherever it stands", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "Hi ", "write to ", "(", "é ", "🙂"), fc.emailAddress(), (before, email) => {
        const text = `${before}${email}`;
        const start = before.length + email.search(/[\p{L}\p{N}]/u);
        expect(isHidden(text, start, text.length)).toBe(true);
      }),
    );
  });
});

describe("a text that is meant to make it slow", () => {
  const SHORT = 5_000;

  it.each([
    "a",
    "1",
    "1 ",
    "1-",
    "1.",
    "a@",
    "a.",
    "@",
    "+1 ",
    "(1",
    "::",
    "1:",
    "A ",
    "Aa ",
    "12 A ",
    "Mr. ",
    "www.",
    "a at b ",
    "zip 1",
    "P.O. Box 1 ",
    "Apt 1\n",
    "user name is ",
    "•",
    "é",
    " ",
    "\n",
    "card 1",
    "born 1.1.",
  ])("of %j takes time in proportion to its length", (unit) => {
    const work = (size: number) => void findPersonalData(unit.repeat(size / unit.length));
    expect(growthOfEightfold(work, SHORT)).toBeLessThan(LINEAR_GROWTH_MAX);
  });
});
