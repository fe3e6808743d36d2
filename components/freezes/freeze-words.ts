import type { FreezeTarget } from "@/lib/kernel/vocabulary";

const WORDS: { readonly [T in FreezeTarget]: string } = {
  everything: "Everything",
  vendor: "Vendor",
  source: "Source",
  agent: "Agent",
};

/** "Vendor Northwind AI", "Everything". */
export function toFrozenWords(target: FreezeTarget, name: string | null): string {
  return name === null ? WORDS[target] : `${WORDS[target]} ${name}`;
}

export function toAgentsWords(count: number): string {
  return count === 1 ? "1 agent" : `${count} agents`;
}
