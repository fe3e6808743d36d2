import { describe, expect, test } from "vitest";
import { isCardNumber, isIban, isNationalId } from "./detect-number";

describe("numbers with check digits", () => {
  test.each(["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "MT84MALT011000012345MTLCAST001S"])(
    "%s is an IBAN",
    (value) => {
      expect(isIban(value)).toBe(true);
      expect(isIban(value.replace(/\d$|S$/, "7"))).toBe(false);
    },
  );

  test.each(["4111111111111111", "5500 0055 5555 5559", "3400-000000-00009", "**** **** **** 4242"])(
    "%s is a card",
    (value) => {
      expect(isCardNumber(value)).toBe(true);
    },
  );

  test.each(["4111111111111112", "1234567812345670", "41111111111", "2024-01-01"])("%s is no card", (value) => {
    expect(isCardNumber(value)).toBe(false);
  });

  test.each([
    "123-45-6789",
    "QQ123456C".replace("QQ", "AB"),
    "12345678Z",
    "X1234567L",
    "529.982.247-25",
    "2341 2341 2346",
    "ABCPE1234F",
    "RSSMRA85T10A562S",
  ])("%s has the form of a national number", (value) => {
    expect(isNationalId(value)).toBe(true);
  });

  test.each(["12345678A", "529.982.247-26", "2341 2341 2347", "900-12-3456", "hello world", "1234567890"])(
    "%s has not",
    (value) => {
      expect(isNationalId(value)).toBe(false);
    },
  );
});
