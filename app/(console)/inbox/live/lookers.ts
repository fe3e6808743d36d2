export type Looker = { id: string; name: string };

type Seen = { itemId: string; personId: string; name: string };

/** Two beats may be lost before somebody counts as gone. */
const GONE_MS = 25_000;

/** Who of the others looks at which item, as this process was told. */
export function createLookers(viewerId: string) {
  const items = new Map<string, Map<string, { name: string; until: number }>>();
  return {
    /** Whether they were not known to look at it. */
    add({ itemId, personId, name }: Seen, now = Date.now()): boolean {
      if (personId === viewerId) return false;
      const people = items.get(itemId) ?? new Map<string, { name: string; until: number }>();
      const isNew = !people.has(personId);
      people.set(personId, { name, until: now + GONE_MS });
      items.set(itemId, people);
      return isNew;
    },
    of(itemId: string): Looker[] {
      return [...(items.get(itemId) ?? [])].map(([id, { name }]) => ({ id, name }));
    },
    /** Forgets those who were not heard of for a while; answers the items that they had looked at. */
    dropGone(now: number): string[] {
      const changed: string[] = [];
      for (const [itemId, people] of items) {
        const gone = [...people].filter(([, { until }]) => until <= now);
        for (const [personId] of gone) people.delete(personId);
        if (gone.length > 0) changed.push(itemId);
        if (people.size === 0) items.delete(itemId);
      }
      return changed;
    },
  };
}
