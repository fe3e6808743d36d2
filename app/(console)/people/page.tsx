import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { PeopleTable } from "@/app/(console)/people/people-table";
import { toPeopleInput } from "@/app/(console)/people/people-search";
import { requireContext } from "@/app/session";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { isPermitted } from "@/lib/identity/authorize";
import { listPeople } from "@/lib/people/list-people";

export const metadata: Metadata = { title: "People" };

type Search = Promise<{ [key: string]: string | string[] | undefined }>;

export default async function PeoplePage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireContext("person:read");
  const { rows, total, next, previous } = await listPeople(ctx, toPeopleInput(await searchParams));
  return (
    <>
      <PageHeader
        title="People"
        description="Who may use the console, and what their roles let them do."
        breadcrumbs={[{ label: "People" }]}
        actions={
          isPermitted(ctx.actor, "person:write") && (
            <ButtonLink href="/people/new" variant="primary" icon={<UserPlus aria-hidden />}>
              Add a person
            </ButtonLink>
          )
        }
      />
      <PeopleTable rows={rows} page={{ next, previous, total }} />
    </>
  );
}
