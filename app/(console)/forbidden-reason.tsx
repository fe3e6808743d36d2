"use client";

import { Lock } from "lucide-react";
import { usePathname } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

type Reason = { href: string; label: string; who: string };

/** Why this page is closed to this person, and who can change that. */
export function ForbiddenReason({ reasons }: { reasons: readonly Reason[] }) {
  const pathname = usePathname();
  const reason = reasons.find(({ href }) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)));
  return (
    <div className="pt-16">
      <h1 className="sr-only">Not permitted</h1>
      <EmptyState
        icon={<Lock />}
        title={reason === undefined ? "Your roles do not open this page." : `Your roles do not open ${reason.label}.`}
        actions={<ButtonLink href="/">Back to the overview</ButtonLink>}
      >
        {reason !== undefined && <>It is open to {reason.who}. </>}
        An admin can change your roles under People; the change counts from your next sign-in.
      </EmptyState>
    </div>
  );
}
