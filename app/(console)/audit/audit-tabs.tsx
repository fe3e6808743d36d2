import { paths } from "@/app/(console)/paths";
import { LinkTabs } from "@/components/ui/link-tabs";

export function AuditTabs() {
  return (
    <LinkTabs
      label="Parts of the audit"
      className="mb-6 print:hidden"
      tabs={[
        { href: paths.audit(), label: "Events" },
        { href: paths.whoSaw(), label: "Who saw a customer" },
        { href: paths.agentSaw(), label: "What an agent saw" },
        { href: paths.exports(), label: "Exports" },
        { href: paths.streams(), label: "Streams" },
        { href: paths.log(), label: "The log" },
      ]}
    />
  );
}
