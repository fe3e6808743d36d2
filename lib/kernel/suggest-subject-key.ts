import { findEntities } from "./column-entities";
import { toNounKinds } from "./column-table-nouns";
import { readName } from "./column-reading";
import type { Category } from "./vocabulary";

export type SuggestSubjectKeyInput = {
  readonly table: string;
  readonly columns: readonly {
    readonly name: string;
    readonly isPrimaryKey: boolean;
    readonly references: { readonly table: string; readonly column: string } | null;
    readonly category: Category;
  }[];
};

export type SubjectKeySuggestion = { readonly column: string | null; readonly reason: string };

/**
 * The nouns that a data subject goes by, nearest first: an invoice with a customer_id and a contact_id is about the customer. Staff are
 * never the subject of a customer's record, and a weak noun ("account", "owner") comes last.
 */
const SUBJECTS = [
  /^(?:customers?|cust|clients?|kund(?:en?|in)?|clientes?|grahak(?:on)?|klant(?:en)?|consumers?|patients?|patienten|pacientes?|rogi|policyholder|insured|borrowers?|subscribers?|subscriber|members?|mitglied(?:er)?|guests?|passengers?|buyers?|debtor|cardholders?|donors?|students?|sadasya|interessent(?:en)?|adherents?)$/,
  /^(?:persons?|people|individuals?|consumers?|users?|usr|usuarios?|benutzer|nutzer|utilisateurs?|vyakti|upyogkarta|pessoas?|personas?|personnes?|applicants?|candidates?|leads?|prospects?|visitors?|attendees?|participants?)$/,
  /^(?:contacts?|kontakte?|contactos?|contatos?|requesters?|requestor|recipient|recipients|payer|ansprechpartner|submitter)$/,
  /^(?:accounts?|comptes?|cuentas?|contas?|profiles?|parties|party|tenants?)$/,
] as const;

/** The column that says which customer a row is about; null when rows reach a customer only through another table, or not at all. */
export function suggestSubjectKey({ table, columns }: SuggestSubjectKeyInput): SubjectKeySuggestion {
  const keys = columns.filter((column) => column.isPrimaryKey);
  const own = keys.length === 1 ? keys[0] : undefined;
  const isPeopleTable =
    rankSubject(headPhrase(table)) !== null && !toNounKinds(table).isSettings && !toNounKinds(table).isStaff;
  const foreign = pickForeign(columns);
  if (
    isPeopleTable &&
    own !== undefined &&
    (foreign === null || foreign.rank >= (rankSubject(headPhrase(table)) ?? 0))
  ) {
    return { column: own.name, reason: "Each row is a customer, and this is the table's key." };
  }
  if (foreign !== null)
    return {
      column: foreign.name,
      reason: foreign.isKey
        ? "It points at the customer that the row is about."
        : "Its name says that it is the number of the customer that the row is about.",
    };
  if (isPeopleTable) {
    const named = columns
      .toSorted((left, right) => (left.name < right.name ? -1 : 1))
      .find(
        (column) =>
          readName(column.name).concept === "person_number" ||
          (readName(column.name).concept === "id" && column.category === "identifier"),
      );
    if (named !== undefined)
      return { column: named.name, reason: "Each row is a customer, and this is the customer's number." };
  }
  return suggestByReach(columns);
}

function pickForeign(
  columns: SuggestSubjectKeyInput["columns"],
): { name: string; rank: number; isKey: boolean } | null {
  const found = columns.flatMap((column) => {
    const isKey = column.references !== null;
    const rank = rankColumn(column);
    return rank === null ? [] : [{ name: column.name, rank, isKey }];
  });
  found.sort(
    (left, right) =>
      left.rank - right.rank || Number(right.isKey) - Number(left.isKey) || (left.name < right.name ? -1 : 1),
  );
  return found[0] ?? null;
}

function rankColumn(column: SuggestSubjectKeyInput["columns"][number]): number | null {
  if (column.references !== null) return rankSubject(headPhrase(column.references.table));
  const reading = readName(column.name);
  if (column.category !== "identifier" || reading.hasForeignTail) return null;
  if (reading.concept === "person_number") return 0;
  return reading.concept === "id" ? rankSubject(reading.owner?.phrase ?? "") : null;
}

function rankSubject(phrase: string): number | null {
  const rank = SUBJECTS.findIndex((pattern) => pattern.test(phrase));
  return rank === -1 ? null : rank;
}

function headPhrase(table: string): string {
  return findEntities(readName(table).tokens.all).at(-1)?.phrase ?? "";
}

/** Without any key, an address that only one customer has can stand in. */
function suggestByReach(columns: SuggestSubjectKeyInput["columns"]): SubjectKeySuggestion {
  const emails = columns.filter((column) => column.category === "email");
  const only = emails[0];
  if (emails.length === 1 && only !== undefined && columns.every((column) => column.references === null)) {
    return {
      column: only.name,
      reason: "No column holds a customer's number; the e-mail address is the nearest to one.",
    };
  }
  const isReached = columns.some((column) => column.references !== null);
  return {
    column: null,
    reason: isReached
      ? "Its rows reach a customer only through another table, if at all."
      : "No column says which customer a row is about.",
  };
}
