import { reader } from "@/lib/db/reader";
import { checkLiteral } from "@/lib/kernel/check-literal";
import { toColumnType } from "@/lib/kernel/column-type";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, PersonId } from "@/lib/kernel/ids";
import type { ReasonCode } from "@/lib/kernel/reasons";
import type { AgentPolicy } from "@/lib/policy/agent-policy";
import { toSubjectRef } from "@/lib/policy/to-pseudonym";
import type { HeldContent } from "@/lib/reviews/held-content";
import type { HoldInput, MessageInput } from "@/lib/reviews/message-input";
import type { Proposal } from "@/lib/reviews/release-payload";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import type { Submitted } from "./judge-submission";

export type SubmissionInput = MessageInput | HoldInput;
type Subject = NonNullable<SubmissionInput["subject"]>;

const DIGITS = 32;

/** The customer as the log names one, or why this agent may not name it. */
export function toSubject(
  { dataset, id }: Subject,
  { facts, snapshot }: AgentPolicy,
  now: number,
): { ref: string } | { refusal: ReasonCode } {
  const known = facts.get(dataset);
  const granted = snapshot.datasets.get(dataset);
  if (known === undefined || granted === undefined) return { refusal: "dataset_not_granted" };
  if (!granted.scopes.some(({ expiresAt }) => expiresAt > now)) return { refusal: "scope_expired" };
  const column = known.columns.get(known.subjectKey ?? "");
  if (column === undefined)
    throw new DomainError(
      "invalid_input",
      "subject.dataset: this dataset names no customer: a steward sets its subject key.",
      "subject.dataset",
    );
  const type = toColumnType(column.dataType);
  // Numbers beyond 2^53 and codes with leading zeros come as strings; a text column takes a number as its text.
  const literal = type === "text" || type === "bpchar" || type === "label" ? String(id) : id;
  const checked = checkLiteral(type, literal);
  if (!checked.ok) throw new DomainError("invalid_input", `subject.id: must be ${checked.must}.`, "subject.id");
  return { ref: toSubjectRef(type === "uuid" ? checked.text.toLowerCase() : checked.text, column) };
}

/** What stands for the agent's own case in the log and in plain columns. */
export function toCaseRef(agentId: AgentId, name: string): string {
  return `case_${hmacHex(getEnv().pseudonymKey, `case\n${agentId}\n${name}`).slice(0, DIGITS)}`;
}

/** The colleague who wrote the draft. Throws `invalid_input` when there is nobody of that address. */
export async function findDraftAuthor(email: string | undefined): Promise<PersonId | null> {
  if (email === undefined) return null;
  const person = await reader().person.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  if (person !== null) return person.id as PersonId;
  throw new DomainError("invalid_input", "draftedBy: names nobody of this house.", "draftedBy");
}

/** Throws `invalid_input` when one of the decisions is not this agent's own. */
export async function assertOwnDecisions(agentId: AgentId, decisionIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(decisionIds.map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return;
  const own = await reader().auditEvent.count({ where: { id: { in: wanted }, agentId, action: "access.decided" } });
  if (own !== wanted.length)
    throw new DomainError("invalid_input", "decisionIds: one names no decision of this agent.", "decisionIds");
}

function toProposal({ reply, action }: SubmissionInput): Proposal | null {
  if (reply === undefined && action === undefined) return null;
  return { reply: reply ?? null, action: action ?? { type: "reply" } };
}

function toContent(input: SubmissionInput): HeldContent {
  const { text, thread, subject } = input;
  const turns = thread?.map((turn) => ({ ...turn, at: turn.at ?? null })) ?? [];
  return {
    thread: text === undefined ? turns : [{ from: "customer", text, at: null }],
    caseName: input.case ?? null,
    subject: subject === undefined ? null : { dataset: subject.dataset, id: String(subject.id) },
    customerFlags: input.customerFlags ?? [],
    note: "note" in input ? input.note : null,
  };
}

export function toSubmitted(input: SubmissionInput): Submitted {
  return {
    content: toContent(input),
    channel: input.channel,
    language: input.language ?? null,
    proposal: toProposal(input),
    asked: "note" in input ? { kind: input.kind ?? null } : null,
  };
}
