import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { checkLiteral } from "@/lib/kernel/check-literal";
import { toColumnType } from "@/lib/kernel/column-type";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, CaseId, DatasetId } from "@/lib/kernel/ids";
import type { Literal } from "@/lib/kernel/row-condition";
import type { ColumnFacts } from "@/lib/policy/agent-policy";
import { loadDatasetFacts } from "@/lib/policy/load-dataset-facts";
import { toSubjectRef } from "@/lib/policy/to-pseudonym";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { isUuid } from "@/lib/runtime/is-uuid";
import { seal } from "@/lib/runtime/keyring";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { newSecretToken } from "@/lib/runtime/secret-token";
import { OpenCaseInput } from "./case-input";

export type OpenedCase = {
  caseId: CaseId;
  /** Shown once: only a keyed digest is stored. The agent sends it as `Gatehouse-Case`. */
  token: string;
  /** ISO 8601. */
  expiresAt: string;
};

async function findAgent(asked: string): Promise<AgentId> {
  const where = isUuid(asked) ? { id: asked } : { name: asked };
  const agent = await reader().agent.findUnique({ where, select: { id: true, state: true } });
  if (agent === null || agent.state === "retired")
    throw new DomainError("not_found", "agent: there is no such agent that is still at work.", "agent");
  return agent.id as AgentId;
}

async function findSubjectKey(name: string): Promise<{ datasetId: DatasetId; column: ColumnFacts }> {
  const dataset = await reader().dataset.findUnique({ where: { name }, select: { id: true } });
  if (dataset === null) throw new DomainError("not_found", "dataset: there is no such dataset.", "dataset");
  const datasetId = dataset.id as DatasetId;
  const { columns, subjectKey } = await loadDatasetFacts(datasetId);
  const column = columns.get(subjectKey ?? "");
  if (column?.isUsable) return { datasetId, column };
  throw new DomainError("conflict", "dataset: it names no data subject; a steward sets its subject key.", "dataset");
}

function toSubject(literal: Literal, { dataType }: ColumnFacts): string {
  const checked = checkLiteral(toColumnType(dataType), literal);
  if (checked.ok) return checked.text;
  throw new DomainError("invalid_input", `subject: must be ${checked.must}.`, "subject");
}

/**
 * Opens a case: one agent's work about one customer, for a day at most. The customer is sealed; the log names a pseudonym. Whether the
 * source has such a customer is not looked up. Throws `invalid_input`, `not_found`, or `conflict` for a dataset without a subject key.
 */
export async function openCase(ctx: RequestContext, input: unknown): Promise<OpenedCase> {
  authorize(ctx, "case:open");
  if (ctx.actor.kind !== "dispatcher") throw new DomainError("not_permitted", "Only a dispatcher opens cases.");
  const { keyId: openedById } = ctx.actor;
  const asked = parseInput(OpenCaseInput, input);
  const agentId = await findAgent(asked.agent);
  const { datasetId, column } = await findSubjectKey(asked.dataset);
  const subject = toSubject(asked.subject, column);
  const subjectRef = toSubjectRef(subject, column);
  const caseId = newId(ctx.now) as CaseId;
  const token = newSecretToken("ghc");
  const expiresAt = new Date(ctx.now.getTime() + asked.minutes * 60_000);
  const row = {
    id: caseId,
    agentId,
    datasetId,
    subjectSealed: seal(subject, { table: "subject_case", column: "subject_sealed", rowId: caseId }),
    subjectRef,
    tokenDomain: column.tokenDomain,
    tokenHash: hmacHex(getEnv().keyPepper, token),
    openedById,
    openedAt: ctx.now,
    expiresAt,
  };
  return commit(ctx, async (tx) => {
    await tx.subjectCase.create({ data: row });
    const facts = { caseId, agentId, datasetId, subjects: [subjectRef], expiresAt: expiresAt.toISOString() };
    return { result: { caseId, token, expiresAt: facts.expiresAt }, events: [{ action: "case.opened", ...facts }] };
  });
}
