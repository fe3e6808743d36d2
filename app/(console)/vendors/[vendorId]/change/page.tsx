import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { changeVendorAction } from "@/app/(console)/vendors/actions";
import { requireContext } from "@/app/session";
import { PageHeader } from "@/components/ui/page-header";
import { VendorForm } from "@/components/vendors/vendor-form";
import { listPersonChoices } from "@/lib/people/list-person-choices";
import { getVendor } from "@/lib/vendors/get-vendor";

export const metadata: Metadata = { title: "Change a vendor" };

export default async function ChangeVendorPage({ params }: { params: Promise<{ vendorId: string }> }) {
  const ctx = await requireContext("vendor:write");
  const { vendorId } = await params;
  const [vendor, people] = await Promise.all([foundOr404(getVendor(ctx, vendorId)), listPersonChoices(ctx)]);
  return (
    <>
      <PageHeader
        title={`Change ${vendor.name}`}
        description="An end that comes sooner closes its agents' access from that moment on. One that comes later, where agents go on for longer by it, waits for a second person."
        breadcrumbs={[
          { label: "Vendors", href: paths.vendors() },
          { label: vendor.name, href: paths.vendor(vendor.id) },
          { label: "Change" },
        ]}
      />
      <VendorForm
        action={changeVendorAction}
        people={people}
        vendorId={vendor.id}
        values={{ ...vendor, ownerId: vendor.owner.id }}
        submitLabel="Save the changes"
        disabledReason={null}
        cancelHref={paths.vendor(vendor.id)}
      />
    </>
  );
}
