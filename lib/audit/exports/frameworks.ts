import type { FactName } from "./evidence-facts";

type Clause = { clause: string; about: string; facts: readonly FactName[] };
export type Framework = { title: string; clauses: readonly Clause[] };

/**
 * Which of the facts that Gatehouse holds bear on which clause. It says where to look; whether a clause is met is for people to judge.
 */
export const FRAMEWORKS = {
  eu_ai_act: {
    title: "Regulation (EU) 2024/1689 (AI Act)",
    clauses: [
      { clause: "Article 12", about: "Record-keeping", facts: ["log", "decisions", "reads"] },
      { clause: "Article 14", about: "Human oversight", facts: ["oversight", "agents", "changes"] },
      { clause: "Article 19", about: "Automatically generated logs", facts: ["log", "log_period"] },
      {
        clause: "Article 26",
        about: "Obligations of deployers",
        facts: ["agents", "oversight", "decisions", "log_period"],
      },
    ],
  },
  gdpr: {
    title: "Regulation (EU) 2016/679 (GDPR)",
    clauses: [
      { clause: "Article 5", about: "Principles", facts: ["scopes", "decisions", "reads", "catalogue"] },
      { clause: "Article 15", about: "Right of access", facts: ["traces", "reads"] },
      { clause: "Article 25", about: "Data protection by design and by default", facts: ["scopes", "catalogue"] },
      { clause: "Article 28", about: "Processors", facts: ["suppliers", "agents"] },
      { clause: "Article 30", about: "Records of processing", facts: ["agents", "scopes", "catalogue", "sources"] },
      { clause: "Article 32", about: "Security of processing", facts: ["sources", "people", "keys", "log"] },
    ],
  },
  iso_42001: {
    title: "ISO/IEC 42001:2023, Annex A",
    clauses: [
      { clause: "A.3.2", about: "Roles and responsibilities", facts: ["agents", "people"] },
      { clause: "A.6.2.6", about: "Operation and monitoring", facts: ["decisions", "oversight"] },
      { clause: "A.6.2.8", about: "Recording of event logs", facts: ["log", "log_period"] },
      { clause: "A.7.5", about: "Data provenance", facts: ["sources", "catalogue"] },
      { clause: "A.9.4", about: "Intended use", facts: ["agents", "scopes"] },
      { clause: "A.10.3", about: "Suppliers", facts: ["suppliers"] },
    ],
  },
  soc_2: {
    title: "SOC 2, Trust Services Criteria CC6 and CC7",
    clauses: [
      { clause: "CC6.1", about: "Logical access", facts: ["scopes", "people", "keys"] },
      { clause: "CC6.2", about: "Registration and authorisation", facts: ["people", "agents", "changes"] },
      { clause: "CC6.3", about: "Least privilege", facts: ["scopes", "changes"] },
      { clause: "CC6.7", about: "Transmission", facts: ["sources"] },
      { clause: "CC7.2", about: "Monitoring", facts: ["decisions", "log"] },
      { clause: "CC7.3", about: "Evaluation of events", facts: ["oversight", "audit_reads"] },
    ],
  },
  dpdp: {
    title: "Digital Personal Data Protection Act, 2023 (India)",
    clauses: [
      { clause: "Section 4", about: "Grounds and purpose", facts: ["scopes", "decisions"] },
      { clause: "Section 8(2)", about: "Processors", facts: ["suppliers"] },
      { clause: "Section 8(5)", about: "Security safeguards", facts: ["sources", "keys", "people", "log"] },
      { clause: "Section 11", about: "Right to access information", facts: ["traces", "reads"] },
    ],
  },
} as const satisfies Record<string, Framework>;
