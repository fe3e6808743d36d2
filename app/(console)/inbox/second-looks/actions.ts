"use server";

import { refresh } from "next/cache";
import { formChoices, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { giveSecondLook } from "@/lib/reviews/give-second-look";

export async function giveSecondLookAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const kinds = formChoices(form, "kinds", TRIAGE_KINDS);
    const isMissed = formText(form, "isMissed") === "yes";
    // Without a kind it would count as right to proceed: the opposite of what was pressed.
    if (isMissed && kinds.length === 0) throw new DomainError("invalid_input", "Choose at least one kind.", "kinds");
    await giveSecondLook(ctx, { secondLookId: formText(form, "secondLookId"), kinds });
    refresh();
    return { message: isMissed ? "Saved as missed. Triage can learn from it." : "Saved: it was right to proceed." };
  });
}
