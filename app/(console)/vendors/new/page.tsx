import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { registerVendorAction } from "@/app/(console)/vendors/actions";
import { requireContext } from "@/app/session";
import { PageHeader } from "@/components/ui/page-header";
import { VendorForm } from "@/components/vendors/vendor-form";
import { listPersonChoices } from "@/lib/people/list-person-choices";

export const metadata: Metadata = { title: "Register a vendor" };

export default async function NewVendorPage() {
  const ctx = await requireContext("vendor:write");
  const people = await listPersonChoices(ctx);
  return (
    <>
      <PageHeader
        title="Register a vendor"
        description="Its agents are refused until its assessment is approved."
        breadcrumbs={[{ label: "Vendors", href: paths.vendors() }, { label: "Register a vendor" }]}
      />
      <VendorForm
        action={registerVendorAction}
        people={people}
        submitLabel="Register the vendor"
        disabledReason={null}
        cancelHref={paths.vendors()}
      />
    </>
  );
}
