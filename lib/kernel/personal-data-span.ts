/** What a span of personal data is. `other_id` is any other number or code that stands for one person. */
export type PersonalDataType =
  | "name"
  | "email"
  | "phone"
  | "address"
  | "payment_card"
  | "bank_account"
  | "national_id"
  | "date_of_birth"
  | "ip_address"
  | "url_with_person"
  | "username"
  | "vehicle"
  | "other_id";

/** Where personal data stands in a text: UTF-16 offsets, end exclusive. The score, 0 to 1, says how sure that is. */
export type PersonalSpan = {
  readonly start: number;
  readonly end: number;
  readonly type: PersonalDataType;
  readonly score: number;
};

/**
 * Sorted and disjoint, and nothing that any finder found is left uncovered: spans that overlap become one, which has the type of the
 * surest, and of equally sure ones the longest.
 */
export function joinSpans(found: readonly PersonalSpan[]): readonly PersonalSpan[] {
  const sorted = found.toSorted((left, right) => left.start - right.start || right.end - left.end);
  const joined: PersonalSpan[] = [];
  let leader: PersonalSpan | undefined;
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || leader === undefined || span.start >= last.end) {
      joined.push(span);
      leader = span;
      continue;
    }
    if (leads(span, leader)) leader = span;
    joined[joined.length - 1] = { ...leader, start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

function leads(span: PersonalSpan, other: PersonalSpan): boolean {
  return span.score !== other.score ? span.score > other.score : span.end - span.start > other.end - other.start;
}
