import type { Metadata } from "next";
import { AddPersonForm } from "@/app/(console)/people/new/add-person-form";
import { requireContext } from "@/app/session";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Add a person" };

export default async function NewPersonPage() {
  await requireContext("person:write");
  return (
    <>
      <PageHeader
        title="Add a person"
        description="They choose their own password with a link that you give them."
        breadcrumbs={[{ label: "People", href: "/people" }, { label: "Add a person" }]}
      />
      <Card className="max-w-2xl">
        <AddPersonForm />
      </Card>
    </>
  );
}
