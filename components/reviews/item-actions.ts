import type { FormAction } from "@/components/form/form-state";
import type { RevealedHeldItem } from "@/lib/reviews/reveal-held-item";

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
  reveal: FormAction<RevealedHeldItem>;
};

/** Somebody or something that an item can be given to, or that can be asked. */
export type Choice = { value: string; label: string; help?: string | undefined };
