"use client";

import { TreatmentPicker } from "@/components/scopes/treatment-picker";
import type { DraftField } from "@/components/scopes/scope-draft";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { TREATMENT_WORDS } from "@/components/ui/outcome-words";
import { suggestTreatment } from "@/lib/kernel/suggest-treatment";
import { type Category, type FieldTreatment, strictness } from "@/lib/kernel/vocabulary";

/** What to think of before more is let out than most purposes need; null where nothing is. */
function toRemark(category: Category, treatment: FieldTreatment): string | null {
  const usual = suggestTreatment(category);
  if (strictness(treatment) >= strictness(usual)) return null;
  const words = `${CATEGORY_WORDS[category]} is usually ${TREATMENT_WORDS[usual].word.toLowerCase()}`;
  return `${words}. Let more out only where the purpose cannot do without it.`;
}

/** Every field of a dataset with how the scope shows it. What is not chosen is withheld. */
export function TreatmentList({
  fields,
  treatments,
  onChange,
}: {
  fields: readonly DraftField[];
  treatments: Readonly<Record<string, FieldTreatment>>;
  onChange: (next: Record<string, FieldTreatment>) => void;
}) {
  const granted = fields.filter((field) => (treatments[field.name] ?? "withheld") !== "withheld").length;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="min-w-0 flex-1 text-ink-muted text-sm tabular-nums">
          {granted} of {fields.length} fields granted, {fields.length - granted} withheld
        </p>
        <Button size="sm" variant="ghost" onClick={() => onChange({})}>
          Withhold all
        </Button>
      </div>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface shadow-xs">
        {fields.map((field) => {
          const treatment = treatments[field.name] ?? "withheld";
          const remark = toRemark(field.category, treatment);
          return (
            <li key={field.name} className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2">
              <span className="flex min-w-0 flex-1 basis-64 items-center gap-3">
                <span className="min-w-0 flex-1 truncate font-mono text-sm">
                  {field.name}
                  <span className="ms-2 font-sans text-ink-faint text-xs">{field.dataType}</span>
                </span>
                {field.isNew && <Badge tone="accent">New</Badge>}
                <CategoryMark category={field.category} className="w-36" />
              </span>
              <TreatmentPicker
                name={`treatment:${field.name}`}
                label={`Treatment of ${field.name}`}
                value={treatment}
                onValueChange={(next) => onChange({ ...treatments, [field.name]: next })}
              />
              {remark !== null && <p className="w-full text-masked-ink text-sm">{remark}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
