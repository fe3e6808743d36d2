import type { Json } from "@/lib/kernel/canonical-json";
import type {
  AnswerVerdict,
  AssessmentOutcome,
  Criticality,
  LapseEffect,
  PolicyKind,
  Strength,
  SubprocessorReach,
  VendorProposalKind,
} from "@/lib/kernel/vendor-vocabulary";
import type { Category } from "@/lib/kernel/vocabulary";

type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;

/** What is said about a vendor; who its people are is not. Days as `YYYY-MM-DD`. */
export type VendorEventFacts = {
  name: string;
  isOurselves: boolean;
  services: string[];
  models: string[];
  contactCount: number;
  contractFrom: string | null;
  contractUntil: string | null;
  dpaFrom: string | null;
  dpaUntil: string | null;
  regions: string[];
  ownerId: string;
  criticality: Criticality;
};
export type CertificationEventFacts = {
  name: string;
  scope: string;
  validFrom: string;
  validUntil: string;
  onLapse: LapseEffect;
};
type SubprocessorFacts = { subprocessorId: string; service: string; reach: SubprocessorReach; categories: Category[] };
/** Said where the change lets agents do more than before, or for longer. */
type Widens = { widens?: true };
type ProposalFacts = {
  vendorId: string;
  proposalId: string;
  kind: VendorProposalKind;
  subjectId: string;
  before: Record<string, Json>;
  /** Null: it is taken away. */
  after: Record<string, Json> | null;
};
type ConditionFacts = {
  highestSensitivity: string | null;
  categories: string[] | null;
  purposes: string[] | null;
  regions: string[] | null;
};

export type VendorEvent =
  | Change<"vendor.registered", { vendorId: string; after: VendorEventFacts }>
  | Change<"vendor.changed", { vendorId: string; before: VendorEventFacts; after: VendorEventFacts } & Widens>
  | Change<"vendor.removed", { vendorId: string; before: VendorEventFacts }>
  | Change<"vendor.subprocessor_added", { vendorId: string; after: SubprocessorFacts }>
  | Change<"vendor.subprocessor_removed", { vendorId: string; before: SubprocessorFacts } & Widens>
  /** Waits for somebody else: it would let the vendor's agents do more than now, or for longer. */
  | Change<"vendor.change_proposed", ProposalFacts>
  | Change<"vendor.change_confirmed", ProposalFacts & { proposedById: string }>
  | Change<"vendor.change_turned_down", ProposalFacts & { proposedById: string }>
  | Change<"certification.recorded", { vendorId: string; certificationId: string; after: CertificationEventFacts }>
  | Change<
      "certification.changed",
      {
        vendorId: string;
        certificationId: string;
        before: CertificationEventFacts;
        after: CertificationEventFacts;
      } & Widens
    >
  | Change<"certification.removed", { vendorId: string; certificationId: string; before: CertificationEventFacts }>
  | Change<"vendors.exported", { count: number }>
  /** Somebody was told that something ends: once for each of 30, 14, 7, 3 and 1 days before. */
  | Change<
      "vendor.reminded",
      {
        vendorId: string;
        subject: string;
        subjectId: string;
        endsAt: string;
        daysBefore: number;
        personIds: string[];
      }
    >
  /** The vendor's clearance ended by itself. Written once, some time after; agents are refused from `lapsedAt` on. */
  | Change<
      "vendor.lapsed",
      { vendorId: string; obstacle: string; it: string | null; lapsedAt: string; personIds: string[] }
    >;

/** Keys of questions and ids; never an answer, a note to it or a file's content. */
export type AssessmentEvent =
  | Change<
      "checklist.made",
      { templateId: string; number: number; digest: string; after: { name: string; questions: number } }
    >
  | Change<
      "checklist.changed",
      {
        templateId: string;
        number: number;
        digest: string;
        note: string;
        added: string[];
        removed: string[];
        changed: string[];
        staleAssessments: number;
      }
    >
  | Change<"checklist.exported", { templateId: string; number: number; format: "yaml" | "csv" }>
  | Change<
      "assessment.started",
      { vendorId: string; assessmentId: string; number: number; versionId: string; basedOnId: string | null }
    >
  | Change<"assessment.version_adopted", { vendorId: string; assessmentId: string; versionId: string }>
  | Change<
      "assessment.answered",
      {
        vendorId: string;
        assessmentId: string;
        questionKey: string;
        revision: number;
        strength: Strength;
        isStated: boolean;
        fileIds: string[];
        offerId: string | null;
      }
    >
  | Change<
      "assessment.answer_judged",
      {
        vendorId: string;
        assessmentId: string;
        questionKey: string;
        answerId: string;
        verdict: AnswerVerdict;
        isAfterDecision: boolean;
      }
    >
  | Change<"assessment.submitted", { vendorId: string; assessmentId: string; score: number; openMusts: string[] }>
  | Change<"assessment.returned", { vendorId: string; assessmentId: string; note: string }>
  | Change<"assessment.withdrawn", { vendorId: string; assessmentId: string; note: string }>
  | Change<
      "assessment.decided",
      {
        vendorId: string;
        assessmentId: string;
        number: number;
        outcome: AssessmentOutcome;
        conditions: ConditionFacts | null;
        validUntil: string | null;
        graceDays: number;
        score: number;
        openMusts: string[];
        exceptionIds: string[];
        supersededId: string | null;
        note: string;
      }
    >
  | Change<
      "vendor_exception.recorded",
      {
        vendorId: string;
        assessmentId: string;
        exceptionId: string;
        questionKey: string;
        endsAt: string;
        reason: string;
        compensatingControl: string;
      }
    >
  | Change<
      "evidence.stored",
      { vendorId: string; fileId: string; sha256: string; sizeBytes: number; mediaType: string; linkId: string | null }
    >
  | Change<"evidence.opened", { vendorId: string; fileId: string; sha256: string }>;

/** What comes from a vendor by its link, and what its published texts say. */
export type VendorLinkEvent =
  | Change<"vendor_link.made", { vendorId: string; assessmentId: string; linkId: string; expiresAt: string }>
  | Change<"vendor_link.revoked", { vendorId: string; linkId: string }>
  | Change<"vendor_link.opened", { vendorId: string; linkId: string }>
  | Change<
      "vendor_link.refused",
      { linkId: string | null; reason: "unknown" | "expired" | "revoked" | "throttled" | "closed" }
    >
  | Change<"offered_answer.saved", { vendorId: string; linkId: string; questionKey: string; revision: number }>
  | Change<"offered_answer.submitted", { vendorId: string; linkId: string; count: number }>
  | Change<"offered_answer.taken", { vendorId: string; offerId: string; questionKey: string; answerId: string }>
  | Change<"offered_answer.dismissed", { vendorId: string; offerId: string; questionKey: string; note: string }>
  | Change<"policy_watch.made", { vendorId: string; watchId: string; kind: PolicyKind; title: string }>
  | Change<
      "policy_text.recorded",
      {
        vendorId: string;
        watchId: string;
        textId: string;
        number: number;
        sha256: string;
        linesAdded: number;
        linesRemoved: number;
      }
    >
  | Change<"policy_text.judged", { vendorId: string; textId: string; answersHold: boolean; note: string }>;

export type VendorDomainEvent = VendorEvent | AssessmentEvent | VendorLinkEvent;
