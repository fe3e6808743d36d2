import { makeVendorLinkAction, revokeVendorLinkAction } from "@/app/(console)/vendors/assessments/actions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ExactTime, RelativeTime } from "@/components/ui/relative-time";
import { MakeLinkDialog } from "@/components/vendors/make-link-dialog";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AssessmentDetail } from "@/lib/vendors/get-assessment";
import { whyNotNow } from "./assessment-frame";

/** The links with which the vendor answers by itself: made, used, revoked. */
export function LinksCard({ ctx, assessment }: { ctx: RequestContext; assessment: AssessmentDetail }) {
  const disabledReason = whyNotNow(ctx, assessment, "answer", "vendor:write");
  return (
    <Card
      title="Ask the vendor itself"
      description="A link without an account. What comes back waits beside each answer until you take it."
      actions={
        <MakeLinkDialog
          assessmentId={assessment.id}
          vendorName={assessment.vendor.name}
          action={makeVendorLinkAction}
          disabledReason={disabledReason}
        />
      }
    >
      {assessment.links.length === 0 ? (
        <p className="text-ink-muted">No link was made.</p>
      ) : (
        <ul className="divide-y divide-line">
          {assessment.links.map((link) => {
            const isLive = link.revokedAt === null && link.expiresAt > ctx.now;
            return (
              <li key={link.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <Badge tone={isLive ? "good" : "neutral"}>
                  {isLive ? "Live" : link.revokedAt === null ? "Expired" : "Revoked"}
                </Badge>
                <span className="min-w-0 flex-1 text-ink-muted text-sm">
                  Made by {link.createdBy}, until <ExactTime at={link.expiresAt} />.{" "}
                  {link.lastUsedAt === null ? (
                    "Not used yet."
                  ) : (
                    <>
                      Used <RelativeTime at={link.lastUsedAt} />.
                    </>
                  )}
                </span>
                {isLive && (
                  <ConfirmDialog
                    title="Revoke this link?"
                    confirmLabel="Revoke the link"
                    action={revokeVendorLinkAction}
                    fields={{ linkId: link.id }}
                    trigger={
                      <Button size="sm" variant="danger-quiet" disabledReason={disabledReason}>
                        Revoke
                      </Button>
                    }
                  >
                    <p>It stops working at once. What was answered with it stays.</p>
                  </ConfirmDialog>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
