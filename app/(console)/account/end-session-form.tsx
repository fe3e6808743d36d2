"use client";

import { submitEndSession } from "@/app/(console)/account/actions";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";

export function EndSessionForm({ sessionId, device }: { sessionId: string; device: string }) {
  return (
    <Form action={submitEndSession.bind(null, sessionId)} aria-label={`End the session in ${device}`}>
      <SubmitButton variant="secondary" size="sm" pendingLabel="Ending…">
        End
      </SubmitButton>
    </Form>
  );
}
