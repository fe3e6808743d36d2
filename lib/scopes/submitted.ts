import type { ScopeId, WideningId } from "@/lib/kernel/ids";

/** What came of a change: in force at once, or waiting for a second person. */
export type Submitted =
  | { kind: "in_force"; scopeId: ScopeId; version: number }
  | { kind: "proposed"; wideningId: WideningId };
