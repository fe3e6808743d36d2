import { paths } from "@/app/(console)/paths";
import { LinkTabs } from "@/components/ui/link-tabs";

export function AccountTabs() {
  return (
    <LinkTabs
      label="Parts of your account"
      className="mb-6"
      tabs={[
        { href: paths.account(), label: "Sessions" },
        { href: paths.notices(), label: "Notices" },
      ]}
    />
  );
}
