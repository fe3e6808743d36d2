"use client";

import { submitEndSession } from "@/app/(console)/account/actions";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";

export function EndSessionForm({ sessionId, device }: { sessionId: string; device: string }) {
  return (
    <Form action={submitEndSession.bind(null, sessionId)}>
      <SubmitButton variant="secondary" size="sm" pendingLabel="Ending…">
        End<span className="sr-only"> the session in {device}</span>
      </SubmitButton>
    </Form>
  );
}
