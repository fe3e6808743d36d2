"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";

/** A page that could not be made. The digest is what the console's own log has beside the cause. */
export function BrokenPage({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  return (
    <ErrorState
      title="This page could not be shown"
      kept="Nothing was changed by looking at it."
      reference={digest}
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          <ButtonLink href="/">To the overview</ButtonLink>
        </>
      }
    >
      Gatehouse or its database did not answer as it should. If it stays so, give an operator the reference.
    </ErrorState>
  );
}
