import { findAnnouncedCodes, findBankAccounts } from "./personal-data-account";
import { findAddresses } from "./personal-data-address";
import { toAtoms } from "./personal-data-atoms";
import { findCards } from "./personal-data-card";
import { findEmails, findNetworkAddresses, findUrlsWithPerson, findUserNames } from "./personal-data-contact";
import { toDigitGroups } from "./personal-data-digits";
import { findIds } from "./personal-data-id";
import { findNames } from "./personal-data-name";
import { findPhones } from "./personal-data-phone";
import { findBirthDates, findPostcodes } from "./personal-data-postcode";
import { joinSpans, type PersonalSpan } from "./personal-data-span";
import { readWords } from "./personal-data-words";

export type PersonalDataOptions = {
  /** The region (ISO 3166, "DE") whose numbers the writer most likely dials without a country code. */
  readonly phoneRegion?: string;
};

/**
 * Where personal data stands in running text: sorted, disjoint spans in UTF-16 offsets. The time is linear in the length of any text.
 * Doubt hides: a reviewer can reveal a hidden word, nobody can take back a shown one.
 */
export function findPersonalData(text: string, options: PersonalDataOptions = {}): readonly PersonalSpan[] {
  const groups = toDigitGroups(text);
  const { words, writing } = readWords(text);
  return joinSpans([
    ...findEmails(text),
    ...findUrlsWithPerson(text),
    ...findNetworkAddresses(text),
    ...findUserNames(text),
    ...findCards(text, groups),
    ...findBankAccounts(text),
    ...findIds(text, groups),
    ...findAnnouncedCodes(text),
    ...findPhones(text, groups, options.phoneRegion),
    ...findAddresses(text, toAtoms(text, words, groups, writing.isCaseless)),
    ...findPostcodes(text),
    ...findBirthDates(text),
    ...findNames(text, words, writing),
  ]);
}
