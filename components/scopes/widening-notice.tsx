import type { WideningVerdict } from "@/components/scopes/widening-rule";
import { Callout } from "@/components/ui/callout";

/** Said before saving, while it is written: whether the scope is in force at once or waits for a second person. */
export function WideningNotice({ verdict, isNew }: { verdict: WideningVerdict; isNew: boolean }) {
  return (
    <div role="status" className="max-w-3xl">
      {verdict.isWidening ? (
        <Callout tone="warn" title="This lets the agent see more: another person has to agree.">
          {isNew ? (
            "A new scope is proposed first. Nothing is granted until then."
          ) : (
            <>
              The change {verdict.words.length > 0 ? verdict.words.join("; ") : "loosens what overlapping scopes show"}.
              What is in force stays until then.
            </>
          )}
        </Callout>
      ) : (
        <Callout tone="good" title="This lets the agent see no more than now: it is in force at once." />
      )}
    </div>
  );
}
