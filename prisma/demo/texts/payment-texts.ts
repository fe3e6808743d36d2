/** Slots: invoice, name. */
export const CHARGEBACK_NOTES: readonly string[] = [
  "Reason code 13.1: goods not received. {name} says the parcel for {invoice} never came; proof of delivery requested.",
  "Reason code 10.4: card absent, cardholder denies the purchase. Check with {name} by phone before answering.",
  "Rückgabe wegen Widerspruchs durch Zahler ({name}), {invoice}, Gebühr 8,50 €.",
  "Cardholder {name} claims the amount of {invoice} differs from the quote.",
  "Contestation du porteur: marchandise non conforme ({invoice}).",
  "Comprador {name} não reconhece a compra, {invoice}.",
  "Duplicate processing claimed for {invoice}; second debit not found on our side.",
];

export const INVOICE_NOTES: Readonly<
  Record<"partly_paid" | "overdue" | "disputed" | "written_off", readonly string[]>
> = {
  partly_paid: [
    "Rest after credit note for the wrong gasket.",
    "Skonto zu Unrecht abgezogen.",
    "Instalments agreed until year end.",
    "Retention 10 % until commissioning.",
  ],
  overdue: [
    "Promised for next Friday.",
    "Liegt bei der Geschäftsführung zur Freigabe.",
    "PO number missing, invoice sent again.",
    "Fournisseur à relancer par téléphone.",
    "Cliente pediu mais 15 dias.",
  ],
  disputed: [
    "Waiting for the evidence deadline of the card scheme.",
    "Kunde bestreitet Lieferung.",
    "Amount contested, do not dun.",
    "With legal.",
  ],
  written_off: [
    "Insolvency, quota below 3 %.",
    "Goodwill after complaint.",
    "Uneinbringlich.",
    "Refunded in full, goods returned.",
  ],
};
