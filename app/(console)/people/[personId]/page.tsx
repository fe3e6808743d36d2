import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { PasswordLinkForm } from "@/app/(console)/people/[personId]/password-link";
import { PersonActions } from "@/app/(console)/people/[personId]/person-actions";
import { ReviewKindsForm } from "@/app/(console)/people/[personId]/review-kinds-form";
import { RolesForm } from "@/app/(console)/people/[personId]/roles-form";
import { PersonStatusBadge } from "@/app/(console)/people/person-status";
import { SessionList } from "@/app/(console)/people/session-list";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { getPerson } from "@/lib/people/get-person";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const ctx = await requireContext("person:read");
  const { personId } = await params;
  const person = await foundOr404(getPerson(ctx, { personId }));
  const disabledReason = whyNot(ctx, "person:write");
  const linkReason = person.status === "disabled" ? "This person is disabled: enable them first." : disabledReason;
  const isSelf = person.id === ctx.actor.personId;
  return (
    <>
      <PageHeader
        title={person.name}
        description={person.email}
        meta={<PersonStatusBadge status={person.status} />}
        breadcrumbs={[{ label: "People", href: "/people" }, { label: person.name }]}
        actions={
          <PersonActions
            person={{ id: person.id, name: person.name, status: person.status, sessionCount: person.sessions.length }}
            disabledReason={disabledReason}
          />
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Card title="Roles" description={isSelf ? "These are your own: changing them signs you out." : undefined}>
            <RolesForm personId={person.id} roles={person.roles} disabledReason={disabledReason} />
          </Card>
          {person.roles.includes("reviewer") && (
            <Card title="Reviews" description="What this person decides about.">
              <ReviewKindsForm personId={person.id} kinds={person.reviewKinds} disabledReason={disabledReason} />
            </Card>
          )}
        </div>
        <div className="space-y-6">
          <Card title="About">
            <KeyValueList
              items={[
                { label: "Added", value: <RelativeTime at={person.createdAt} /> },
                { label: "Owns", value: `${person.agentsOwned} agents` },
                { label: "Answers for", value: `${person.agentsSponsored} agents` },
                {
                  label: "Password link",
                  value:
                    person.passwordLinkExpiresAt === null ? (
                      "None is open"
                    ) : (
                      <>
                        Ends <RelativeTime at={person.passwordLinkExpiresAt} />
                      </>
                    ),
                },
              ]}
            />
          </Card>
          <Card title="Password">
            <PasswordLinkForm personId={person.id} disabledReason={linkReason} />
          </Card>
          <Card title="Sessions" description="Where this person is signed in now." padding="none">
            <SessionList sessions={person.sessions} />
          </Card>
        </div>
      </div>
    </>
  );
}
