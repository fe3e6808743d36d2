import type { Metadata } from "next";
import { z } from "zod";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NativeSelect } from "@/components/ui/native-select";
import { PageHeader } from "@/components/ui/page-header";
import { ComparisonTable } from "@/components/vendors/comparison-table";
import { compareAssessments } from "@/lib/vendors/compare-assessments";
import { getVendor } from "@/lib/vendors/get-vendor";
import { listVendorChoices, type VendorChoice } from "@/lib/vendors/list-vendor-choices";
import type { RequestContext } from "@/lib/identity/request-context";

export const metadata: Metadata = { title: "Compare assessments" };

const id = z.uuid("must be an assessment or a vendor");
const SHAPE = {
  left: id,
  right: id,
  vendorLeft: id,
  vendorRight: id,
  only: z.literal("different", "must be different"),
};

/** The assessment in force of a vendor, or else its newest. */
async function findNewest(ctx: RequestContext, vendorId: string | undefined): Promise<string | undefined> {
  if (vendorId === undefined) return undefined;
  const { assessments } = await foundOr404(getVendor(ctx, vendorId));
  return (assessments.find(({ state }) => state === "decided") ?? assessments[0])?.id;
}

function Chooser({
  vendors,
  left,
  right,
}: {
  vendors: readonly VendorChoice[];
  left?: string | undefined;
  right?: string | undefined;
}) {
  const options = vendors.map(({ id: value, name }) => ({ value, label: name }));
  return (
    <form
      action={paths.compareAssessments()}
      className="mb-6 flex flex-wrap items-end gap-3"
      aria-label="What to compare"
    >
      {(
        [
          ["vendorLeft", "This vendor", left],
          ["vendorRight", "With this one", right],
        ] as const
      ).map(([name, label, chosen]) => (
        <div key={name} className="min-w-40 space-y-1.5">
          <label htmlFor={name} className="block font-medium text-sm">
            {label}
          </label>
          <NativeSelect
            id={name}
            name={name}
            options={options}
            placeholder="Choose a vendor…"
            defaultValue={chosen ?? ""}
          />
        </div>
      ))}
      <label className="flex h-8 items-center gap-2">
        <input type="checkbox" name="only" value="different" defaultChecked className="size-4" />
        Only what differs
      </label>
      <Button type="submit" variant="primary">
        Compare
      </Button>
    </form>
  );
}

export default async function ComparePage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("vendor:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const [vendors, leftId, rightId] = await Promise.all([
    listVendorChoices(ctx),
    query.left ?? findNewest(ctx, query.vendorLeft),
    query.right ?? findNewest(ctx, query.vendorRight),
  ]);
  const compared =
    leftId === undefined || rightId === undefined
      ? null
      : await foundOr404(compareAssessments(ctx, { leftId, rightId }));
  return (
    <>
      <PageHeader
        title="Compare assessments"
        description="Two vendors side by side, or one at two dates. Questions are matched by their keys."
        breadcrumbs={[{ label: "Vendors", href: paths.vendors() }, { label: "Compare" }]}
      />
      <WrongParameters wrong={wrong} />
      <Chooser
        vendors={vendors}
        left={compared?.left.vendor.id ?? query.vendorLeft}
        right={compared?.right.vendor.id ?? query.vendorRight}
      />
      {compared === null ? (
        <EmptyState title="Choose two vendors">
          Their assessments in force are compared, or the newest where none is. Two dates of one vendor are compared
          from its Assessments.
          {(query.vendorLeft ?? query.vendorRight) !== undefined && (
            <Badge tone="warn">One of them has no assessment yet</Badge>
          )}
        </EmptyState>
      ) : (
        <ComparisonTable comparison={compared} isOnlyDifferent={query.only !== undefined} />
      )}
    </>
  );
}
