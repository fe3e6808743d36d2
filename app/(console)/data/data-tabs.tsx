import { paths } from "@/app/(console)/paths";
import { LinkTabs } from "@/components/ui/link-tabs";

export function DataTabs() {
  return (
    <LinkTabs
      label="Parts of data"
      className="mb-6"
      tabs={[
        { href: paths.data(), label: "Datasets" },
        { href: paths.sources(), label: "Sources" },
      ]}
    />
  );
}
