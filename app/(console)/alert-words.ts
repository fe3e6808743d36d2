import type { AlertTopic } from "@/lib/kernel/vocabulary";

const TITLES: { readonly [T in AlertTopic]: (agent: string) => string } = {
  release_not_executed: (agent) => `${agent} never used what was approved`,
  release_not_reported: (agent) => `${agent} used an approval and did not say how it went`,
  release_failed: (agent) => `${agent} could not do what was approved`,
  cap_near: (agent) => `${agent} comes near a cap of its day`,
  cap_reached: (agent) => `${agent} was refused at a cap of its day`,
  webhook_failing: (agent) => `A webhook about ${agent} is not taken`,
};

/** What an alert says. */
export function toAlertTitle(topic: AlertTopic, agent: string | null): string {
  return TITLES[topic](agent ?? "An agent");
}
