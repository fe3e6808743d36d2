import type { AgentSnapshot, CaseClaim } from "./access";
import { refersToCase } from "./row-condition";

/**
 * A good case of some customer for this agent and dataset, for questions that read nothing: what a token would prove, were there one.
 * It is about the dataset's subject key, or the column that a scope ties to the case.
 */
export function supposeCase({ agentId, datasets }: AgentSnapshot, dataset: string, subject: string): CaseClaim {
  const policy = datasets.get(dataset);
  const tied = policy?.scopes.flatMap(({ rowBound }) => rowBound.filter(refersToCase))[0]?.field;
  const column = policy?.columns.get(policy.subjectKey ?? tied ?? "");
  return {
    caseId: "supposed",
    agentId,
    subject,
    tokenDomain: column?.tokenDomain ?? "",
    expiresAt: Number.POSITIVE_INFINITY,
    isClosed: false,
  };
}
