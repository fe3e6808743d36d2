"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** Next gives a server's error to the browser as a digest only, which stands in the console's log beside the error. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}

/** A bug, or something Gatehouse needs that does not answer: said without its details, which may hold values. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorState
      title="This page could not be shown"
      kept="What was saved before is kept; what you sent just now may not be."
      reference={digestOf(error)}
      actions={<Button onClick={retry}>Try again</Button>}
    >
      Something in Gatehouse failed or did not answer in time.
    </ErrorState>
  );
}
