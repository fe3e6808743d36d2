import type { AnswerValue } from "@/lib/kernel/checklist";
import type { Strength } from "@/lib/kernel/vendor-vocabulary";
import type { ConditionsInput } from "@/lib/vendors/decision-input";
import type { VendorInput } from "@/lib/vendors/vendor-input";
import type { z } from "zod";
import { COMPANY } from "@/prisma/demo/company";

type DemoAnswer = readonly [value: AnswerValue, strength: Strength, note?: string];

export type DemoVendor = {
  vendor: Omit<VendorInput, "ownerId">;
  /** Where its claims can be looked up. */
  trustPage: string;
  /** What differs from `USUAL_ANSWERS`; null: not stated. */
  answers: Readonly<Record<string, DemoAnswer | null>>;
  certification: { name: string; scope: string } | null;
  conditions: z.input<typeof ConditionsInput> | null;
  note: string;
  /** Vendors of this list that it works through. */
  subprocessors: readonly { name: string; service: string }[];
};

/** What a careful vendor answers to the checklist that comes with Gatehouse. */
export const USUAL_ANSWERS: Readonly<Record<string, DemoAnswer>> = {
  stored_kinds: [["logs_without_content"], "documented"],
  tenant_separation: ["yes", "certified"],
  embedding_storage: ["none_made", "documented"],
  purposes_limited: ["yes", "contract"],
  human_review: ["with_consent_logged", "contract"],
  abuse_monitoring: ["automatic_without_content", "documented"],
  automated_decisions: ["no", "documented"],
  ai_act_role: ["provider_minimal_or_limited", "documented"],
  trains_shared_models: ["no", "contract"],
  training_default: ["off_always", "documented"],
  tuning_isolated: ["no_tuning", "documented"],
  feedback_use: ["no", "contract"],
  retention_days: [0, "contract"],
  log_retention_days: [90, "documented"],
  retention_configurable: ["yes", "documented"],
  deletion_on_request: ["yes", "contract"],
  deletion_days: [30, "contract"],
  backup_deletion_days: [35, "documented"],
  encryption: [["in_transit", "at_rest", "in_backups"], "certified"],
  customer_keys: ["vendor_hardware", "documented"],
  staff_access: [["mfa", "least_privilege", "reviewed", "logged"], "certified"],
  prompt_injection: [["least_privilege_tools", "checked_outputs"], "claimed"],
  subprocessor_notice_days: [30, "contract"],
  subprocessor_objection: ["yes", "contract"],
  same_duties: ["yes", "contract"],
  processing_regions: ["chosen_regions_only", "contract"],
  transfer_ground: ["no_transfer", "documented"],
  authority_requests: ["yes", "contract"],
  breach_notice_hours: [24, "contract"],
  rights_support: [["access", "correction", "erasure", "restriction"], "contract"],
  dpia_help: ["yes", "contract"],
  dpa_signed: ["yes", "contract"],
  audit_right: ["reports", "contract"],
  terms_change: ["notice_right_to_leave", "contract"],
  export_format: ["yes", "documented"],
  exit_deletion: ["yes", "contract"],
};

/** The vendors of the demo company; one that others work through comes before them. */
export const DEMO_VENDORS: readonly DemoVendor[] = [
  {
    vendor: {
      name: "Norrsken Hosting",
      services: ["Servers and storage in Luleå and Falun"],
      regions: ["SE"],
      criticality: "high",
      contacts: [{ name: "Tuva Ekdahl", email: "tuva.ekdahl@norrsken-hosting.example", role: "Account manager" }],
    },
    trustPage: "https://norrsken-hosting.example/trust",
    certification: { name: "ISO/IEC 27001", scope: "Data centres Luleå and Falun, managed servers" },
    answers: {
      storage_regions: ["Sweden (Luleå, Falun); run by Norrsken Hosting AB.", "documented"],
      subprocessor_list: ["None.", "contract"],
      incident_history: ["None with customers' data in the last three years.", "claimed"],
      prompt_injection: null,
    },
    conditions: null,
    note: "Hosting only: it stores what others encrypt.",
    subprocessors: [],
  },
  {
    vendor: {
      name: "Lindqvist AI",
      services: ["Drafting assistant for service and sales"],
      models: ["Large language model, hosted in the EU"],
      regions: ["SE"],
      criticality: "high",
      contacts: [{ name: "Henning Lindqvist", email: "henning@lindqvist-ai.example", role: "Data protection" }],
    },
    trustPage: "https://lindqvist-ai.example/data-policy",
    certification: { name: "SOC 2 Type II", scope: "Lindqvist Assistant, security and confidentiality" },
    answers: {
      storage_regions: ["Sweden, in the data centres of Norrsken Hosting AB.", "documented"],
      stored_kinds: [["prompts"], "documented", "Kept up to 30 days to look into abuse."],
      retention_days: [30, "contract"],
      abuse_monitoring: ["automatic_content_kept_30_days", "documented"],
      subprocessor_list: ["Norrsken Hosting AB, Sweden: servers and storage.", "contract"],
      incident_history: [
        "One in spring: prompts of two customers in a debug log for four hours; log level fixed.",
        "documented",
      ],
      output_correction: ["yes", "claimed"],
      training_data_provenance: null,
    },
    conditions: {
      highestSensitivity: "personal",
      purposes: ["customer_support", "quality_control", "sales"],
      regions: ["EU"],
    },
    note: "Prompts are kept for 30 days, so nothing about payments, prices or health leaves for it.",
    subprocessors: [{ name: "Norrsken Hosting", service: "Servers and storage" }],
  },
  {
    vendor: {
      name: COMPANY.name,
      isOurselves: true,
      services: ["Invoice explainer", "Visit planner"],
      models: ["Language models run in our own server room"],
      regions: ["DE"],
      criticality: "medium",
      contacts: [],
    },
    trustPage: `https://wiki.${COMPANY.domain}/data-policy`,
    certification: null,
    answers: {
      storage_regions: [`Germany, in our own server room in ${COMPANY.headquarters}.`, "documented"],
      stored_kinds: [["nothing"], "documented"],
      human_review: ["nobody", "documented"],
      subprocessor_list: ["None: everything runs on our own machines.", "documented"],
      incident_history: ["None.", "documented"],
      customer_keys: ["customer_held", "documented"],
      output_correction: ["yes", "documented"],
      dpa_signed: ["yes", "contract", "Works agreement and internal data-protection rules stand in its place."],
    },
    conditions: null,
    note: "Our own software, assessed like any other.",
    subprocessors: [],
  },
];
