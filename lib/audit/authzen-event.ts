import type { Json } from "@/lib/kernel/canonical-json";

type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;

type Search = "subject" | "resource" | "action";

/** Questions over AuthZEN, and the tenants that ask them. What a tenant's subjects and resources are called stays out. */
export type AuthzenEvent =
  | Change<
      "access.searched",
      { agentId: string; keyId: string; search: Search; purpose: string | null; found: number; policyVersion: string }
    >
  /** Somebody in the console asked what would be decided; nothing was read. */
  | Change<
      "access.tried",
      {
        agentId: string;
        datasetId: string;
        purpose: string | null;
        decision: "allow" | "deny" | "hold";
        reason: string;
        fields: string[];
        policyVersion: string;
      }
    >
  | Change<"access.listed", { agentId?: string; datasetId?: string; rowCount: number }>
  | Change<
      "tenant.made",
      { tenantId: string; after: { name: string; hint: string; trustsProperties: boolean; expiresAt: string } }
    >
  | Change<
      "tenant.policy_saved",
      { tenantId: string; number: number; digest: string; subjects: number; resources: number; rules: string[] }
    >
  | Change<"tenant.removed", { tenantId: string }>
  | Change<
      "tenant.decided",
      { tenantId: string; number: number; decision: "allow" | "deny"; reason: string; rule: string | null }
    >
  | Change<"tenant.searched", { tenantId: string; number: number; search: Search; found: number }>
  | Change<"tenant.rejected", { tenantId: string; reason: string; field?: string }>;
