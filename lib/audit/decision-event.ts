import type { Json } from "@/lib/kernel/canonical-json";
import type { FreezeTarget } from "@/lib/kernel/vocabulary";

type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;

/** What is frozen: everything, or the one thing whose id is given. */
export type FrozenThing = { target: FreezeTarget; vendorId?: string; sourceId?: string; agentId?: string };

/** What one gate process saw of a drill, in milliseconds from the freeze by the database's clock. Null: it did not. */
export type DrillFinding = {
  processId: string;
  label: string;
  lastAllowedMs: number | null;
  refusedMs: number | null;
  /** The event of the refusal. */
  refusalId: string | null;
};

/** Caps for a day (UTC); null: none. */
export type CapFacts = { rowsPerDayMax: number | null; subjectsPerDayMax: number | null };

export type FreezeEvent =
  | Change<"freeze.set", FrozenThing & { freezeId: string; note: string }>
  | Change<"freeze.lift_proposed", FrozenThing & { freezeId: string; note: string }>
  | Change<"freeze.lifted", FrozenThing & { freezeId: string; note: string; proposedById: string }>
  | Change<"drill.started", { drillId: string; agentId: string; processCount: number }>
  | Change<
      "drill.done",
      {
        drillId: string;
        agentId: string;
        outcome: "passed" | "failed";
        /** Why it failed before anything was frozen. */
        reason?: string;
        processes: DrillFinding[];
        /** The slowest of them. */
        refusedMsMax: number | null;
      }
    >;

export type CaseEvent =
  | Change<
      "dispatcher_key.issued",
      { dispatcherKeyId: string; after: { label: string; hint: string; expiresAt: string } }
    >
  | Change<"dispatcher_key.revoked", { dispatcherKeyId: string }>
  | Change<
      "case.opened",
      {
        caseId: string;
        agentId: string;
        datasetId: string;
        /** The customer's pseudonym, alone in its list. */
        subjects: string[];
        expiresAt: string;
      }
    >
  | Change<"case.closed", { caseId: string; agentId: string }>
  /** A dispatcher's request that could not be carried out. `reason` is the error's code. */
  | Change<"case.refused", { reason: string; field?: string }>;

export type CapEvent =
  | Change<"agent.caps_set", { agentId: string; before: CapFacts; after: CapFacts }>
  /** An agent comes near a cap, or is refused at one, while the alert about that is still open. */
  | Change<"cap.alert_open", { agentId: string; topic: "cap_near" | "cap_reached" }>
  | Change<"cap.tidied", { days: number }>;

export type DecisionDomainEvent = FreezeEvent | CaseEvent | CapEvent;
