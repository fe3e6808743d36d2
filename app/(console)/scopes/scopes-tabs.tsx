import { paths } from "@/app/(console)/paths";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The parts of the scopes' area. */
export function ScopesTabs() {
  return (
    <LinkTabs
      label="Parts of the scopes"
      className="mb-4"
      tabs={[
        { href: paths.scopes(), label: "All" },
        { href: paths.scopeFindings(), label: "Findings" },
      ]}
    />
  );
}
