import type { CountryCode } from "./countries";
import type { CustomerProfile } from "./customer-profile";
import type { PaymentRow, Segment } from "./demo-rows";
import { makeCard, type Card } from "./make-card";
import { makeIban } from "./make-iban";
import { toAscii } from "./make-person";
import type { Random } from "./random";

export interface PaymentAccount {
  readonly method: PaymentRow["method"];
  readonly iban: string | null;
  readonly card: Card | null;
  readonly cardReference: string | null;
  readonly bankReference: string | null;
}

const METHODS: Readonly<Record<CountryCode, readonly (readonly [PaymentRow["method"], number])[]>> = {
  DE: [
    ["bank_transfer", 55],
    ["direct_debit", 27],
    ["card", 18],
  ],
  FR: [
    ["bank_transfer", 52],
    ["direct_debit", 24],
    ["card", 20],
    ["cheque", 4],
  ],
  GB: [
    ["bank_transfer", 58],
    ["direct_debit", 12],
    ["card", 30],
  ],
  US: [
    ["ach", 44],
    ["card", 36],
    ["cheque", 20],
  ],
  IN: [
    ["bank_transfer", 46],
    ["upi", 38],
    ["card", 9],
    ["cheque", 7],
  ],
  BR: [
    ["pix", 54],
    ["bank_transfer", 26],
    ["card", 20],
  ],
};

export function pickMethod(random: Random, country: CountryCode, segment: Segment): PaymentRow["method"] {
  if ((segment === "private" || segment === "trade") && random.chance(0.3)) return "card";
  return random.weighted(METHODS[country]);
}

/** What the payment came from: an account, a card as the provider knows it, or a local scheme's address. */
export function makePaymentAccount(
  random: Random,
  profile: CustomerProfile,
  method: PaymentRow["method"],
): PaymentAccount {
  const none = { method, iban: null, card: null, cardReference: null, bankReference: null };
  switch (method) {
    case "card":
      return {
        ...none,
        card: makeCard(random),
        cardReference: `card_${random.uuid().replaceAll("-", "").slice(0, 20)}`,
      };
    case "bank_transfer":
    case "direct_debit": {
      const iban = makeIban(random, profile.country.code);
      return iban ? { ...none, iban } : { ...none, bankReference: `QMBK0${random.digits(6)} / ${random.digits(11)}` };
    }
    case "ach":
      return { ...none, bankReference: `0999${random.digits(5)} / ${random.digits(10)}` };
    case "upi":
      return { ...none, bankReference: `${toAscii(profile.row.last_name)}${random.digits(2)}@upi.example` };
    case "pix":
      return {
        ...none,
        bankReference: random.chance(0.5) ? profile.row.email : (profile.row.tax_id ?? profile.row.phone),
      };
    case "cheque":
      return { ...none, bankReference: `No. ${random.digits(6)}` };
  }
}
