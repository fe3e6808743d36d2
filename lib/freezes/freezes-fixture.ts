import { addTestPerson } from "@/lib/agents/agents-fixture";
import { testPerson } from "@/lib/identity/test-contexts";
import { approveLift } from "./approve-lift";
import { proposeLift } from "./propose-lift";

/** Lifts a freeze as it takes: one admin proposes, another approves. For tests. */
export async function liftByTwo(freezeId: string): Promise<void> {
  const first = testPerson(["admin"], await addTestPerson(["admin"]));
  await proposeLift(first, { freezeId, reason: "It was looked into." });
  const second = testPerson(["admin"], await addTestPerson(["admin"]));
  await approveLift(second, { freezeId });
}
