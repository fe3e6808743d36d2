import { findEntities } from "./column-entities";
import type { NameReading } from "./column-reading";

/** Words with the ending of a doer that are things, programs or firms. */
const NO_PERSONS = new Set(
  `order header folder number server cluster container filter layer parser runner worker scheduler trigger tracker
    router controller provider supplier carrier retailer dealer sensor vendor error color floor sector vector
    monitor connector processor register newsletter letter offer paper chapter printer scanner reader writer adapter
    handler listener loader builder compiler driver buffer pointer counter timer computer master center tower water
    weather filler cursor descriptor executor operator selector indicator factor behavior behaviour flavor flavour
    motor tractor iterator generator orchestrator mirror anchor validator separator divider slider picker poster
    sticker banner footer parameter diameter meter chamber quarter semester remainder reminder identifier modifier
    specifier qualifier barrier courier retainer tender lender insurer employer publisher broker maker tier fee
    employee committee tree degree coffee after before other under over per inner outer upper lower former later
    matter wrapper helper explorer browser crawler importer exporter transformer encoder decoder encounter voucher
    ledger transfer border peer tensor mentor donor cover career disaster shader renderer player barcode caller
    answer layover takeover turnover rollover gender character datacenter`.split(/\s+/),
);

/**
 * Whether the word before an id is a doer that no list has ("adjuster_id", "grader_id"): English names people's roles by their endings.
 */
export function namesAgent({ tokens }: NameReading): boolean {
  const { leaf } = tokens;
  const word = leaf.at(-2) ?? "";
  const last = leaf.at(-1) ?? "";
  return (
    (last === "id" || last === "ids") &&
    word.length >= 5 &&
    /(?:[a-z]{2}ers?|[ctsp]ors?|[a-z]ees)$/.test(word) &&
    !NO_PERSONS.has(word.replace(/s$/, "")) &&
    !NO_PERSONS.has(word) &&
    findEntities([word]).length === 0
  );
}
