import type { Metadata } from "next";
import { AccountTabs } from "@/app/(console)/account/account-tabs";
import { EndSessionForm } from "@/app/(console)/account/end-session-form";
import { toDeviceWords } from "@/app/(console)/people/device-words";
import { SessionList } from "@/app/(console)/people/session-list";
import { toRoleWords } from "@/app/role-words";
import { requireContext } from "@/app/session";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listSessions } from "@/lib/people/list-sessions";

export const metadata: Metadata = { title: "Your sessions" };

export default async function AccountPage() {
  const ctx = await requireContext("session:read");
  const sessions = await listSessions(ctx);
  return (
    <>
      <PageHeader
        title="Your sessions"
        description={`Where you are signed in as ${ctx.actor.email} (${toRoleWords(ctx.actor.roles)}). A session ends after an hour without use, and after twelve hours.`}
        breadcrumbs={[{ label: "Your sessions" }]}
      />
      <AccountTabs />
      <Card padding="none" className="max-w-3xl">
        <SessionList
          sessions={sessions}
          action={({ id, isThisOne, userAgent }) =>
            isThisOne ? (
              <Badge tone="accent">This one</Badge>
            ) : (
              <EndSessionForm sessionId={id} device={toDeviceWords(userAgent)} />
            )
          }
        />
      </Card>
    </>
  );
}
