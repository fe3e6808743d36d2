import { Callout } from "@/components/ui/callout";
import { ExactTime, RelativeTime } from "@/components/ui/relative-time";
import { explainReason } from "@/lib/kernel/reasons";
import type { VendorStatus } from "@/lib/vendors/vendor-status";

/** Why a vendor is closed or is about to be, and what to do; nothing while all is well. */
export function StatusCallout({ status }: { status: VendorStatus }) {
  if (status.obstacle !== null) {
    const { sentence, fix } = explainReason(status.obstacle, status.it ?? undefined);
    return (
      <Callout tone="danger" title="Its agents are refused.">
        {sentence} {fix}
      </Callout>
    );
  }
  const { next } = status;
  const what =
    next === null ? null : next.obstacle === null ? null : explainReason(next.obstacle, next.it ?? undefined).sentence;
  if (status.isInGrace) {
    return (
      <Callout tone="warn" title="Something lapsed, and the grace that was set runs.">
        {next === null ? (
          "Nobody set when it is over."
        ) : (
          <>
            Its agents are refused from <ExactTime at={next.at} /> (<RelativeTime at={next.at} />
            ).
          </>
        )}
      </Callout>
    );
  }
  if (status.word !== "ending" || next === null) return null;
  return (
    <Callout
      tone="warn"
      title={
        <>
          This changes by itself <RelativeTime at={next.at} />.
        </>
      }
    >
      {next.isCleared ? (
        <>
          From <ExactTime at={next.at} /> on its agents may touch less, or run in grace.
        </>
      ) : (
        <>
          From <ExactTime at={next.at} /> on its agents are refused. {what}
        </>
      )}
    </Callout>
  );
}
