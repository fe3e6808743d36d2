import type { ReactNode } from "react";
import { paths } from "@/app/(console)/paths";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** The top of each page of the settings, with the others as tabs. */
export function SettingsFrame({
  ctx,
  title,
  description,
  actions,
  children,
}: {
  ctx: RequestContext;
  title: string;
  description: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeader
        title={title}
        description={description}
        breadcrumbs={[{ label: "Settings", href: paths.settings() }, { label: title }]}
        actions={actions}
      />
      <LinkTabs
        label="Parts of the settings"
        className="mb-6"
        tabs={[
          { href: paths.triageSettings(), label: "Triage" },
          { href: paths.reviewSettings(), label: "Reviews" },
          { href: paths.queueSettings(), label: "Queues" },
          { href: paths.accessSettings(), label: "Access" },
          { href: paths.freezeSettings(), label: "Freeze" },
          ...(isPermitted(ctx.actor, "dispatcher_key:read")
            ? [{ href: paths.dispatcherSettings(), label: "Dispatchers" }]
            : []),
          ...(isPermitted(ctx.actor, "webhook:read") ? [{ href: paths.webhookSettings(), label: "Webhooks" }] : []),
        ]}
      />
      {children}
    </>
  );
}
