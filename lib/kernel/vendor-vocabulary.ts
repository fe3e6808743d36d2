import type { Category } from "./vocabulary";

/** The words of vendors and checklists. Each list is ordered; the order is part of its meaning where said. */

export const CRITICALITIES = ["low", "medium", "high"] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** How well an answer is shown, from the weakest up. `not_stated` is no answer, and never "no"; `refuted` is shown to be wrong. */
export const STRENGTHS = ["refuted", "not_stated", "claimed", "documented", "certified", "contract"] as const;
export type Strength = (typeof STRENGTHS)[number];

export const ANSWER_VERDICTS = ["accepted", "rejected"] as const;
export type AnswerVerdict = (typeof ANSWER_VERDICTS)[number];

export const ASSESSMENT_OUTCOMES = ["approved", "approved_with_conditions", "rejected"] as const;
export type AssessmentOutcome = (typeof ASSESSMENT_OUTCOMES)[number];

export const LAPSE_EFFECTS = ["nothing", "narrow", "close"] as const;
export type LapseEffect = (typeof LAPSE_EFFECTS)[number];

export const SUBPROCESSOR_REACHES = ["all_data", "some_categories"] as const;
export type SubprocessorReach = (typeof SUBPROCESSOR_REACHES)[number];

/** Changes that wait for a second person where they widen: of contract and DPA dates, of a certificate, of who stands behind. */
export const VENDOR_PROPOSAL_KINDS = ["agreements", "certification", "subprocessor_removal"] as const;
export type VendorProposalKind = (typeof VENDOR_PROPOSAL_KINDS)[number];

export const POLICY_KINDS = ["policy", "subprocessor_list", "terms"] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

export const FRAMEWORKS = ["gdpr", "eu_ai_act", "iso_42001", "soc_2", "dpdp", "caiq_4"] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export const FRAMEWORK_WORDS: Record<Framework, string> = {
  gdpr: "GDPR",
  eu_ai_act: "EU AI Act",
  iso_42001: "ISO/IEC 42001",
  soc_2: "SOC 2",
  dpdp: "DPDP Act",
  caiq_4: "CAIQ v4",
};

/** How much harm a category can do in wrong hands, from the least. */
export const SENSITIVITIES = ["open", "internal", "personal", "confidential", "restricted"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What a certificate that lapsed with the effect `narrow` leaves. */
export const NARROWED_TO: Sensitivity = "internal";

export const SENSITIVITY_OF: Record<Category, Sensitivity> = {
  none: "open",
  purchase_history: "internal",
  identifier: "internal",
  name: "personal",
  phone: "personal",
  email: "personal",
  address: "personal",
  support_issue: "personal",
  business_sensitive: "confidential",
  payment_context: "confidential",
  special_category: "restricted",
  credential: "restricted",
};

/** Whether a category is at most this sensitive. */
export function isWithinSensitivity(category: Category, highest: Sensitivity): boolean {
  return SENSITIVITIES.indexOf(SENSITIVITY_OF[category]) <= SENSITIVITIES.indexOf(highest);
}

/** How far an answer's strength counts in the score. */
export function toStrengthFactor(strength: Strength): number {
  switch (strength) {
    case "contract":
      return 1;
    case "certified":
      return 0.9;
    case "documented":
      return 0.75;
    case "claimed":
      return 0.5;
    default:
      return 0;
  }
}
