import { expect, it } from "vitest";
import { explainEvent } from "./explain-event";
import type { StoredEvent } from "./stored-event";

const NAMES = { actorName: "Priya Nair", agentName: "Service desk assistant", datasetName: null };
const ABOUT = { itemId: "1", agentId: "2" };
const JUDGED = {
  action: "message.judged",
  agentId: "2",
  keyId: "3",
  submissionId: "4",
  origin: "triage",
  channel: "email",
  language: "en",
  actionKind: "reply",
  subject: null,
  caseRef: null,
  isSampled: false,
  classifier: "not_asked",
  basis: { policyVersion: "1", model: "m" },
} as const;
const REST = { id: "0", at: "", actor: { kind: "person", id: null }, requestId: "", address: null } as const;

const explain = (event: object) => explainEvent({ ...REST, ...event } as StoredEvent, NAMES);

it.each([
  [
    { ...JUDGED, decision: "hold", reason: "complaint", kinds: ["complaint"], reasons: ["wording"] },
    "it is held as a complaint",
  ],
  [{ ...JUDGED, decision: "allow", reason: "ordinary", kinds: [], reasons: [] }, "it may proceed"],
  [{ ...JUDGED, decision: "deny", reason: "agent_not_active", kinds: [], reasons: [] }, "was refused"],
  [
    {
      action: "held_item.approved",
      ...ABOUT,
      digest: "a".repeat(64),
      isEdited: true,
      approvals: 1,
      needed: 2,
      isBulk: false,
    },
    "Priya Nair approved an edit",
  ],
  [{ action: "review.refused", ...ABOUT, verb: "approve", reason: "is_owner" }, "was refused to approve"],
  [
    { action: "release.refused", agentId: "2", keyId: "3", releaseId: "5", reason: "agent_not_active" },
    "was refused to act on an approval",
  ],
  [
    { action: "classifier.asked", agentId: "2", host: "classify.example" },
    "go to the external classifier at classify.example",
  ],
])("an event of a review says in plain words what happened and why: %o", (event, said) => {
  const { sentence, why } = explain(event);
  expect(sentence).toContain(said);
  expect(why).toMatch(/\w/);
});

it("a denied message says what would change it", () => {
  const denied = { ...JUDGED, decision: "deny", reason: "agent_not_active", kinds: [], reasons: [] };
  expect(explain(denied).fix).toBe("A steward activates it on the agent's page.");
});
