/** One foreign key's column, as the catalogue links it. */
export type FieldReference = {
  readonly datasetId: string;
  readonly name: string;
  readonly referencesDatasetId: string;
  readonly referencesField: string;
};

function toKey(datasetId: string, field: string): string {
  return `${datasetId}.${field}`;
}

/** The end of a chain; of a circle, its first member in order, so that all its members agree. */
function findRoot(start: string, targets: ReadonlyMap<string, string>): string {
  const path = new Set<string>();
  let at = start;
  for (;;) {
    const next = targets.get(at);
    if (next === undefined) return at;
    if (path.has(at)) break;
    path.add(at);
    at = next;
  }
  const trail = [...path];
  const circle = trail.slice(trail.indexOf(at)).sort();
  return circle[0] ?? at;
}

/**
 * Names the domain in which a field's tokens are made: that of the field at the root of its foreign keys, so that equal values of joined
 * fields have equal tokens. A field without a foreign key has its own.
 */
export function toTokenDomain(references: readonly FieldReference[]): (datasetId: string, field: string) => string {
  const targets = new Map(
    references.map((one) => [toKey(one.datasetId, one.name), toKey(one.referencesDatasetId, one.referencesField)]),
  );
  return (datasetId, field) => findRoot(toKey(datasetId, field), targets);
}
