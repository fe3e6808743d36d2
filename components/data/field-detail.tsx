import type { ReactNode } from "react";
import { ConfidenceMeter } from "@/components/data/confidence-meter";
import { CategoryMark } from "@/components/ui/category-mark";
import { InlineCode } from "@/components/ui/code-block";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OutcomeMark, TreatmentMark } from "@/components/ui/outcome-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { StateBadge } from "@/components/ui/state-badge";
import { TextLink } from "@/components/ui/text-link";
import type { AgentState, Category, Treatment } from "@/lib/kernel/vocabulary";

export type FieldViewer = {
  key: string;
  agent: string;
  agentHref: string;
  agentState: AgentState;
  treatment: Treatment;
  scopeHref: string;
  version: number;
  purposes: readonly string[];
  expiresAt: Date;
};

/** One field: what it holds and why, and every agent that may see it and how. */
export function FieldDetail({
  dataType,
  references,
  category,
  confidence,
  reason,
  isConfirmed,
  viewers,
  actions,
}: {
  dataType: string;
  references: { label: string; href: string } | null;
  category: Category;
  confidence: number;
  reason: string;
  isConfirmed: boolean;
  viewers: readonly FieldViewer[];
  actions: ReactNode;
}) {
  return (
    <div className="space-y-6">
      <KeyValueList
        items={[
          { label: "Holds", value: <CategoryMark category={category} />, help: reason },
          {
            label: "How sure",
            value: isConfirmed ? "A person said so" : <ConfidenceMeter value={confidence} />,
          },
          { label: "Type", value: <InlineCode>{dataType}</InlineCode> },
          ...(references === null
            ? []
            : [{ label: "Refers to", value: <TextLink href={references.href}>{references.label}</TextLink> }]),
        ]}
      />
      <section className="space-y-2">
        <h3 className="font-medium">Who can see this</h3>
        {viewers.length === 0 ? (
          <p className="flex items-center gap-2 text-ink-muted">
            <OutcomeMark outcome="withheld" /> Nobody. No live scope grants it.
          </p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line">
            {viewers.map((viewer) => (
              <li key={viewer.key} className="space-y-1 px-3 py-2">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <TextLink href={viewer.agentHref} className="min-w-0 flex-1 truncate font-medium">
                    {viewer.agent}
                  </TextLink>
                  <StateBadge state={viewer.agentState} />
                  <TreatmentMark treatment={viewer.treatment} />
                </p>
                <p className="text-ink-muted text-sm">
                  For {viewer.purposes.join(", ")}, by{" "}
                  <TextLink href={viewer.scopeHref}>scope version {viewer.version}</TextLink>, ends{" "}
                  <RelativeTime at={viewer.expiresAt} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      {actions}
    </div>
  );
}
