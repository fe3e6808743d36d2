import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** The same whether a thing never was, was removed, or is not for this person: the answer tells nothing about it. */
export function NotFoundPage() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<SearchX />}
        title="There is nothing here."
        actions={<ButtonLink href="/">To the overview</ButtonLink>}
      >
        The address is wrong, or what it named is gone.
      </EmptyState>
    </>
  );
}
