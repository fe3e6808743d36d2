import { paths } from "@/app/(console)/paths";
import type { ScopeFinding } from "@/lib/kernel/find-scope-findings";
import type { ScopeId } from "@/lib/kernel/ids";

/** Where something is done about a finding: one click after its effect was shown, or in the editor where a person has to think. */
export function toFindingHref(scopeId: ScopeId, { kind, narrowing }: ScopeFinding): string {
  return narrowing === null ? paths.changeScope(scopeId) : paths.narrowScope(scopeId, kind);
}
