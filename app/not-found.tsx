import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";

export const metadata: Metadata = { title: "Not found" };

/** For an address outside the console; within it, app/(console)/not-found.tsx keeps the sidebar. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        title="There is no such page"
        actions={
          <ButtonLink variant="primary" href="/">
            To the overview
          </ButtonLink>
        }
      >
        The address may be mistyped, or what it named is gone.
      </ErrorState>
    </main>
  );
}
