import { paths } from "@/app/(console)/paths";
import { LinkTabs } from "@/components/ui/link-tabs";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** The views of the inbox, and what stands beside it. */
export function InboxTabs({ ctx }: { ctx: RequestContext }) {
  const mayRead = isPermitted(ctx.actor, "review:read");
  return (
    <LinkTabs
      label="Parts of the inbox"
      className="mb-4"
      tabs={[
        ...(mayRead ? [{ href: paths.inbox(), label: "Waiting" }] : []),
        ...(isPermitted(ctx.actor, "review:decide") ? [{ href: paths.inbox({ view: "mine" }), label: "Mine" }] : []),
        ...(mayRead
          ? [
              { href: paths.inbox({ view: "decided" }), label: "Decided" },
              { href: paths.inbox({ view: "all" }), label: "All" },
            ]
          : []),
        ...(isPermitted(ctx.actor, "second_look:give") ? [{ href: paths.secondLooks(), label: "Second looks" }] : []),
        { href: paths.quality(), label: "Quality" },
      ]}
    />
  );
}
