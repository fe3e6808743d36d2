import { findApprovalObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import type { AgentState } from "@/lib/kernel/vocabulary";
import { conflict, type Refusal } from "./find-refusal";

type Approvable = {
  proposal: { digest: string } | null;
  agentState: AgentState;
  /** Who approved the newest wording. */
  approvers: readonly string[];
};

/** Why what is proposed cannot be approved by this person, or null. An edit is another wording, which nobody approved yet. */
export function findApproveRefusal(
  { proposal, agentState, approvers }: Approvable,
  personId: string,
  isEdit: boolean,
): Refusal | null {
  if (proposal === null)
    return conflict(
      "nothing_proposed",
      "The agent proposed nothing and only asked for a person: take it over, ask, or reject it.",
    );
  if (agentState !== "active")
    return conflict(
      "agent_not_active",
      `The agent is ${agentState}: nothing of it is approved until it is active again.`,
    );
  const again = isEdit ? null : findApprovalObstacle(personId, approvers);
  return again === null ? null : conflict("approved_already", again);
}
