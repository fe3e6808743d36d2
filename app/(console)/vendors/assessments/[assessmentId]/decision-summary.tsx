import { Card } from "@/components/ui/card";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { KeyValueList } from "@/components/ui/key-value-list";
import { ExactTime } from "@/components/ui/relative-time";
import { OUTCOME_WORDS, SENSITIVITY_WORDS } from "@/components/vendors/words";
import type { VendorConditions } from "@/lib/kernel/vendor-conditions";
import type { AssessmentDetail } from "@/lib/vendors/get-assessment";

/** The conditions of an approval, one a line. */
export function listConditions(conditions: VendorConditions): string[] {
  const { highestSensitivity, categories, purposes, regions } = conditions;
  return [
    ...(highestSensitivity === null
      ? []
      : [`Nothing more sensitive than ${SENSITIVITY_WORDS[highestSensitivity].toLowerCase()}`]),
    ...(categories === null ? [] : [`Only ${categories.map((one) => CATEGORY_WORDS[one]).join(", ")}`]),
    ...(purposes === null ? [] : [`Only for ${purposes.join(", ")}`]),
    ...(regions === null ? [] : [`Only where the agent runs in ${regions.join(", ")}`]),
  ];
}

/** What was decided, by whom, and what it is bound to; nothing before. */
export function DecisionSummary({ assessment }: { assessment: AssessmentDetail }) {
  const { outcome, decidedAt, decidedBy, conditions, validUntil, graceDays, decisionNote, score } = assessment;
  if (outcome === null || decidedAt === null) return null;
  return (
    <Card title="The decision">
      <KeyValueList
        columns={2}
        items={[
          { label: "Outcome", value: OUTCOME_WORDS[outcome] },
          { label: "Decided", value: <ExactTime at={decidedAt} />, help: `By ${decidedBy}.` },
          { label: "Valid until", value: validUntil === null ? "Nothing was approved" : <ExactTime at={validUntil} /> },
          { label: "Grace", value: graceDays === 0 ? "None" : `${graceDays} days after something lapses` },
          {
            label: "Conditions",
            value:
              conditions === null ? (
                "None"
              ) : (
                <ul>
                  {listConditions(conditions).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
          },
          { label: "Score", value: `${score.total.toFixed(1)} of 100, ${score.openMusts.length} open musts` },
          ...(decisionNote === ""
            ? []
            : [{ label: "Note", value: <span className="whitespace-pre-line">{decisionNote}</span> }]),
        ]}
      />
    </Card>
  );
}
