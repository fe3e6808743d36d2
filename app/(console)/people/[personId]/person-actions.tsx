"use client";

import { submitDisable, submitEnable, submitEndSessions } from "@/app/(console)/people/actions";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { PersonDetail } from "@/lib/people/get-person";

type Person = Pick<PersonDetail, "id" | "name" | "status"> & { sessionCount: number };

export function PersonActions({ person, disabledReason }: { person: Person; disabledReason: string | null }) {
  const { id, name, status, sessionCount } = person;
  if (disabledReason !== null) return <Button disabledReason={disabledReason}>Disable</Button>;
  if (status === "disabled") {
    return (
      <ConfirmDialog
        trigger={<Button>Enable</Button>}
        title={`Enable ${name}?`}
        confirmLabel={`Enable ${name}`}
        tone="primary"
        action={submitEnable.bind(null, id)}
      >
        They can sign in again with the password and the roles they had.
      </ConfirmDialog>
    );
  }
  return (
    <>
      <ConfirmDialog
        trigger={<Button disabledReason={sessionCount === 0 ? "This person is not signed in anywhere." : null}>Sign out everywhere</Button>}
        title={`Sign ${name} out everywhere?`}
        confirmLabel={sessionCount === 1 ? "End 1 session" : `End ${sessionCount} sessions`}
        action={submitEndSessions.bind(null, id)}
      >
        They can sign in again with their password.
      </ConfirmDialog>
      <ConfirmDialog
        trigger={<Button variant="danger-quiet">Disable</Button>}
        title={`Disable ${name}?`}
        confirmLabel={`Disable ${name}`}
        action={submitDisable.bind(null, id)}
      >
        They are signed out at once and cannot sign in. What they did stays on record. Agents that they answer for need somebody else.
      </ConfirmDialog>
    </>
  );
}
