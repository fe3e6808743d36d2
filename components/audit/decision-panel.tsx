import { Wrench } from "lucide-react";
import type { ReactNode } from "react";
import { type FieldTreatment, OUTCOMES, type Outcome, toOutcome } from "@/lib/kernel/vocabulary";
import { cn } from "@/components/ui/cn";
import { type DecisionEffect, DecisionMark } from "@/components/ui/decision-mark";
import { OutcomeMark, TreatmentMark } from "@/components/ui/outcome-mark";
import { TextLink } from "@/components/ui/text-link";

export type DecisionField = {
  name: string;
  treatment: FieldTreatment;
  /** Where it is not the treatment's own, as denied for a field asked for in a filter. */
  outcome?: Outcome | undefined;
  reason?: string | undefined;
};

export type RestedOn = { label: string; value: ReactNode; href?: string | undefined };

const EDGES: Record<DecisionEffect, string> = {
  allow: "border-s-clear",
  deny: "border-s-denied",
  hold: "border-s-held",
};

/** Why the gate decided as it did: the reason, what would change it, what it rested on, and what became of each field. */
export function DecisionPanel({
  effect,
  reasonCode,
  sentence,
  fix,
  restedOn,
  fields,
  className,
}: {
  effect: DecisionEffect;
  reasonCode: string;
  sentence: string;
  /** What would change it and who can; with `href`, where. */
  fix?: { text: string; href?: string | undefined; linkText?: string | undefined } | undefined;
  restedOn: readonly RestedOn[];
  fields: readonly DecisionField[];
  className?: string | undefined;
}) {
  return (
    <section aria-label="Why" className={cn("space-y-5", className)}>
      <div className={cn("space-y-2 rounded-lg border border-line border-s-[3px] bg-canvas p-3", EDGES[effect])}>
        <p className="flex flex-wrap items-center gap-2">
          <DecisionMark effect={effect} />
          <code className="font-mono text-ink-muted text-xs">{reasonCode}</code>
        </p>
        <p className="font-medium">{sentence}</p>
        {fix !== undefined && (
          <p className="flex gap-2 text-ink-muted text-sm">
            <Wrench aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>
              {fix.text} {fix.href !== undefined && <TextLink href={fix.href}>{fix.linkText ?? "Go there"}</TextLink>}
            </span>
          </p>
        )}
      </div>
      {fields.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium text-sm">Fields</h3>
          <FieldOutcomes fields={fields} />
        </div>
      )}
      {restedOn.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium text-sm">What it rested on</h3>
          <dl className="divide-y divide-line text-sm">
            {restedOn.map((item) => (
              <div key={item.label} className="flex flex-wrap gap-x-4 py-1.5">
                <dt className="w-32 shrink-0 text-ink-muted">{item.label}</dt>
                <dd className="min-w-0 break-words">
                  {item.href === undefined ? item.value : <TextLink href={item.href}>{item.value}</TextLink>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  );
}

/** The fields of a decision, the most open first. */
function FieldOutcomes({ fields }: { fields: readonly DecisionField[] }) {
  const outcomeOf = (field: DecisionField) => field.outcome ?? toOutcome(field.treatment);
  const sorted = fields.toSorted((a, b) => OUTCOMES.indexOf(outcomeOf(a)) - OUTCOMES.indexOf(outcomeOf(b)));
  return (
    <ul className="divide-y divide-line">
      {sorted.map((field) => (
        <li key={field.name} className="flex flex-wrap items-center gap-x-3 py-1.5">
          <span className="min-w-0 flex-1 truncate font-mono text-sm">{field.name}</span>
          {field.outcome === undefined ? (
            <TreatmentMark treatment={field.treatment} />
          ) : (
            <OutcomeMark outcome={field.outcome} />
          )}
          {field.reason !== undefined && <span className="w-full text-ink-muted text-sm">{field.reason}</span>}
        </li>
      ))}
    </ul>
  );
}
