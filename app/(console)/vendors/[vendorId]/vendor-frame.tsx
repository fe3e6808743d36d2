import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { Badge } from "@/components/ui/badge";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { VendorStatusBadge } from "@/components/vendors/vendor-status-badge";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorDetail } from "@/lib/vendors/get-vendor";

/** The top of each of a vendor's pages: its name and status, its tabs. */
export function VendorFrame({
  ctx,
  vendor,
  children,
}: {
  ctx: RequestContext;
  vendor: VendorDetail;
  children: ReactNode;
}) {
  const { id, name, isOurselves, services, status, watches } = vendor;
  const changes = watches.flatMap(({ texts }) => texts).filter(({ answersHold }) => answersHold === null).length;
  return (
    <>
      <PageHeader
        title={name}
        meta={
          <>
            <VendorStatusBadge word={status.word} />
            {isOurselves && <Badge>Ourselves</Badge>}
          </>
        }
        description={services.join(" · ") || undefined}
        breadcrumbs={[{ label: "Vendors", href: paths.vendors() }, { label: name }]}
        actions={
          <LinkOrReason
            variant="ghost"
            href={paths.changeVendor(id)}
            icon={<Pencil aria-hidden />}
            disabledReason={whyNot(ctx, "vendor:write")}
          >
            Change
          </LinkOrReason>
        }
      />
      <LinkTabs
        tabs={[
          { href: paths.vendor(id), label: "Overview" },
          { href: paths.vendorAssessments(id), label: "Assessments", count: vendor.assessments.length },
          { href: paths.vendorDependencies(id), label: "Dependencies" },
          { href: paths.vendorTexts(id), label: "Watched texts", ...(changes > 0 && { count: changes }) },
        ]}
        label="Parts of this vendor"
        className="mb-6"
      />
      {children}
    </>
  );
}
