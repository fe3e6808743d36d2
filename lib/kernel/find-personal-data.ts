import { findAnnouncedCodes, findBankAccounts } from "./personal-data-account";
import { findAddresses } from "./personal-data-address";
import { toAtoms } from "./personal-data-atoms";
import { findCards } from "./personal-data-card";
import { findEmails, findNetworkAddresses, findUrlsWithPerson, findUserNames, toProse } from "./personal-data-contact";
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
  const emails = findEmails(text);
  const prose = toProse(text, emails);
  const groups = toDigitGroups(prose);
  const words = readWords(prose);
  return joinSpans([
    ...emails,
    ...findUrlsWithPerson(text),
    ...findNetworkAddresses(text),
    ...findUserNames(text),
    ...findCards(prose, groups),
    ...findBankAccounts(prose),
    ...findIds(prose, groups),
    ...findAnnouncedCodes(prose),
    ...findPhones(prose, groups, options.phoneRegion),
    ...findAddresses(prose, toAtoms(prose, words, groups)),
    ...findPostcodes(prose),
    ...findBirthDates(prose),
    ...findNames(prose, words),
  ]);
}
