import { HIDDEN, maskText } from "./mask-value";
import type { PersonalDataType, PersonalSpan } from "./personal-data-span";
import type { Category } from "./vocabulary";

/** A stretch of a text: as it was written, or what is shown in place of a personal value. */
export type TextPiece =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "hidden"; readonly type: PersonalDataType; readonly shown: string };

export type MaskedText = { readonly text: string; readonly pieces: readonly TextPiece[] };

/** Each kind of personal data is shown as a field of this category is; "none" shows nothing of it. */
const CATEGORY_OF: Readonly<Record<PersonalDataType, Category>> = {
  name: "name",
  email: "email",
  phone: "phone",
  address: "none",
  payment_card: "payment_context",
  bank_account: "payment_context",
  national_id: "none",
  date_of_birth: "none",
  ip_address: "none",
  url_with_person: "none",
  username: "none",
  vehicle: "none",
  other_id: "identifier",
};

/**
 * The text with its personal values hidden and all else as it was. Spans as `findPersonalData` gives them: sorted, disjoint.
 * Hidden pieces follow the order of the spans, so the n-th hidden piece stands for the n-th span.
 */
export function maskRunningText(text: string, spans: readonly PersonalSpan[]): MaskedText {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end, type } of spans) {
    if (start < at || end <= start || end > text.length)
      throw new RangeError("The spans are not sorted, disjoint and inside the text.");
    if (start > at) pieces.push({ kind: "plain", text: text.slice(at, start) });
    pieces.push({ kind: "hidden", type, shown: maskSpan(text.slice(start, end), type) });
    at = end;
  }
  if (at < text.length) pieces.push({ kind: "plain", text: text.slice(at) });
  return { text: pieces.map((piece) => (piece.kind === "plain" ? piece.text : piece.shown)).join(""), pieces };
}

function maskSpan(value: string, type: PersonalDataType): string {
  return maskText(value, CATEGORY_OF[type]) || HIDDEN;
}
