/** mulberry32: the same numbers on every machine for the same seed. */
export class SeededRandom {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    const once = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[], otherwise: Item): Item {
    return items[this.below(items.length)] ?? otherwise;
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    const keyed = items.map((item) => ({ item, key: this.next() }));
    return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item);
  }
}
