import type { Transaction } from "@/lib/db/client";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import { seal, unseal } from "@/lib/runtime/keyring";

const PLACE = { table: "labelled_example", column: "text_sealed" } as const;

type Example = {
  /** The held item's or the second look's: a text has one label, the newest. */
  id: string;
  agentId: string;
  personId: string;
  /** Empty: ordinary. */
  kinds: TriageKind[];
  text: string;
  now: Date;
};

/** Keeps a text with what a reviewer says it is; one without words teaches nothing and is not kept. */
export async function storeExample(tx: Transaction, { text, now, ...example }: Example): Promise<void> {
  if (text.trim() === "") return;
  const { id, agentId, personId, kinds } = example;
  const textSealed = seal(text, { ...PLACE, rowId: id });
  await tx.labelledExample.upsert({
    where: { id },
    create: { id, agentId, personId, kinds, textSealed, createdAt: now },
    update: { personId, kinds },
  });
}

/** Throws when the row was altered or moved. */
export function unsealExample(sealed: string, id: string): string {
  return unseal(sealed, { ...PLACE, rowId: id });
}
