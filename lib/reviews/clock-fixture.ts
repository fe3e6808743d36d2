import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { newSystemContext } from "@/lib/identity/new-context";
import type { HeldItemId, ReleaseId } from "@/lib/kernel/ids";
import type { HoldState, ReleaseState } from "@/lib/kernel/vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { sealContent } from "./held-content";
import { sealPayload, toPayloadDigest } from "./release-payload";

/** What a customer wrote in every item of this file: it must be found nowhere. */
export const CUSTOMERS_WORDS = "Zwiebelkuchen-4711";

export type TestItem = {
  agentId: string;
  createdAt: Date;
  dueAt: Date;
  state?: HoldState;
  kinds?: ("legal_issue" | "payment_dispute" | "complaint" | "unusual_request")[];
  remindAt?: Date | null;
  escalateAt?: Date | null;
  claim?: { personId: string; until: Date };
  draftAuthorId?: string;
  /** Its ids are called one after the other. */
  escalationIds?: string[];
};

function commitInTest<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const event: AuditEvent = { action: "sign_in.tidied", links: 0, throttles: 0 };
  return commit(newSystemContext("cli"), async (tx) => ({ result: await work(tx), events: [event] }));
}

async function addQueue(tx: Transaction, id: string, escalationIds: string[]): Promise<string> {
  await tx.reviewQueue.create({
    data: { id, name: `Queue ${id}`, position: 1, kinds: [], languages: [], escalationIds },
  });
  return id;
}

/** Puts a held item into the database as submitting one would, with a clock that a test chooses. */
export function addTestItem(item: TestItem): Promise<HeldItemId> {
  const { agentId, createdAt, dueAt, state = "open", kinds = ["complaint"], claim } = item;
  const id = newId(createdAt) as HeldItemId;
  const submissionId = newId(createdAt);
  const thread = [{ from: "customer", text: `I complain about ${CUSTOMERS_WORDS}`, at: null }] as const;
  const content = { thread: [...thread], caseName: CUSTOMERS_WORDS, subject: null, customerFlags: [], note: null };
  return commitInTest(async (tx) => {
    const origin = { origin: "triage", channel: "email", language: "en", findings: [] } as const;
    await tx.submission.create({
      data: { id: submissionId, agentId, requestDigest: "0", isHeld: true, createdAt, ...origin },
    });
    await tx.heldItem.create({
      data: {
        id,
        submissionId,
        agentId,
        ...origin,
        kind: kinds[0] ?? "complaint",
        kinds,
        risk: "medium",
        queueId: await addQueue(tx, newId(createdAt), item.escalationIds ?? []),
        contentSealed: sealContent(content, "held_item", id),
        state,
        approvalsNeeded: 1,
        dueAt,
        createdAt,
        remindAt: item.remindAt ?? null,
        escalateAt: item.escalateAt ?? null,
        draftAuthorId: item.draftAuthorId ?? null,
        claimedById: claim?.personId ?? null,
        claimExpiresAt: claim?.until ?? null,
      },
    });
    return id;
  });
}

export type TestRelease = {
  itemId: string;
  agentId: string;
  state: ReleaseState;
  issuedAt: Date;
  expiresAt: Date;
  decidedById?: string;
  outcomeDueAt?: Date;
};

/** Gives an item an approved proposal and the release of it. */
export function addTestRelease(release: TestRelease): Promise<ReleaseId> {
  const { itemId, agentId, state, issuedAt, expiresAt, outcomeDueAt, decidedById } = release;
  const id = newId(issuedAt) as ReleaseId;
  const proposalId = newId(issuedAt);
  const payload = { reply: CUSTOMERS_WORDS, action: null, nonce: "n" };
  const digest = toPayloadDigest(payload);
  return commitInTest(async (tx) => {
    const payloadSealed = sealPayload(payload, proposalId);
    await tx.proposal.create({ data: { id: proposalId, itemId, number: 1, payloadSealed, digest } });
    const redeemedAt = state === "redeemed" ? issuedAt : null;
    await tx.release.create({
      data: {
        id,
        itemId,
        proposalId,
        agentId,
        digest,
        state,
        issuedAt,
        expiresAt,
        redeemedAt,
        outcomeDueAt: outcomeDueAt ?? null,
      },
    });
    const decision = { verdict: "approved", decidedById: decidedById ?? null, decidedAt: issuedAt } as const;
    await tx.heldItem.update({ where: { id: itemId }, data: { state: "released", ...decision } });
    return id;
  });
}
