export type FieldReference = { datasetId: string; name: string; referencesDatasetId: string; referencesField: string };

/** Chains longer than this end where they stand, so that a cycle of foreign keys ends too. */
const CHAIN_MAX = 16;

/**
 * The token domain of a field: the root of its chain of foreign keys, so that `orders.customer_id` and `customers.id` have equal
 * tokens for equal values. On a cycle it is the least member of the cycle, whichever field it was entered by.
 */
export function toTokenDomain(references: readonly FieldReference[]): (datasetId: string, field: string) => string {
  const next = new Map(
    references.map((one) => [`${one.datasetId}.${one.name}`, `${one.referencesDatasetId}.${one.referencesField}`]),
  );
  return (datasetId, field) => {
    const seen: string[] = [];
    let at = `${datasetId}.${field}`;
    while (seen.length < CHAIN_MAX) {
      const onward = next.get(at);
      if (onward === undefined) return at;
      if (seen.includes(at)) return seen.slice(seen.indexOf(at)).sort()[0] ?? at;
      seen.push(at);
      at = onward;
    }
    return at;
  };
}
