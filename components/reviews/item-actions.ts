import type { FormAction } from "@/components/form/form-state";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";
import type { Proposal } from "@/lib/reviews/release-payload";

/** An item in clear, and its newest draft as it can be edited. */
export type RevealedItem = HeldItemDetail & { draft: Proposal | null };

/** The server actions of one held item. Each takes `itemId`; what decides takes the `revision` that was on the screen. */
export type ItemActions = {
  claim: FormAction;
  letGo: FormAction;
  approve: FormAction;
  reject: FormAction;
  ask: FormAction;
  answer: FormAction;
  handOver: FormAction;
  takeOver: FormAction;
  correct: FormAction;
  revokeRelease: FormAction;
  reveal: FormAction<RevealedItem>;
};

/** Somebody or something that an item can be given to, or that can be asked. */
export type Choice = { value: string; label: string; help?: string | undefined };
