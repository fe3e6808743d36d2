"use client";

import { submitDisable, submitEnable, submitEndSessions } from "@/app/(console)/people/actions";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { PersonDetail } from "@/lib/people/get-person";

type Person = Pick<PersonDetail, "id" | "name" | "status"> & { sessionCount: number };

/** One dialog for both ways, so that it is still there to say what happened when the page has changed around it. */
function DisableOrEnable({ id, name, isDisabled }: { id: string; name: string; isDisabled: boolean }) {
  return (
    <ConfirmDialog
      trigger={<Button variant={isDisabled ? "secondary" : "danger-quiet"}>{isDisabled ? "Enable" : "Disable"}</Button>}
      title={isDisabled ? `Enable ${name}?` : `Disable ${name}?`}
      confirmLabel={isDisabled ? `Enable ${name}` : `Disable ${name}`}
      tone={isDisabled ? "primary" : "danger"}
      action={isDisabled ? submitEnable.bind(null, id) : submitDisable.bind(null, id)}
    >
      {isDisabled
        ? "They can sign in again with the password and the roles they had."
        : "They are signed out at once and cannot sign in. What they did stays on record. Agents that they answer for need somebody else."}
    </ConfirmDialog>
  );
}

export function PersonActions({ person, disabledReason }: { person: Person; disabledReason: string | null }) {
  const { id, name, status, sessionCount } = person;
  if (disabledReason !== null) return <Button disabledReason={disabledReason}>Disable</Button>;
  return (
    <>
      <ConfirmDialog
        trigger={
          <Button disabledReason={sessionCount === 0 ? "This person is not signed in anywhere." : null}>
            Sign out everywhere
          </Button>
        }
        title={`Sign ${name} out everywhere?`}
        confirmLabel={sessionCount === 1 ? "End 1 session" : `End ${sessionCount} sessions`}
        action={submitEndSessions.bind(null, id)}
      >
        They can sign in again with their password.
      </ConfirmDialog>
      <DisableOrEnable id={id} name={name} isDisabled={status === "disabled"} />
    </>
  );
}
