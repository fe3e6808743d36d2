import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** From an empty house to the first read, in order. */
export const FIRST_STEPS = ["source", "fields", "agent", "scope", "key", "read"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export type FirstSteps = { step: FirstStep; isDone: boolean }[];

const Row = z.object({
  source: z.boolean(),
  fields: z.boolean(),
  agent: z.boolean(),
  scope: z.boolean(),
  key: z.boolean(),
  read: z.boolean(),
});

/** What has been done once, as the data shows it; nobody ticks anything. */
export async function getFirstSteps(ctx: RequestContext): Promise<FirstSteps> {
  authorize(ctx, "overview:read");
  const rows = await reader().$queryRaw`
    SELECT EXISTS (SELECT 1 FROM dataset) AS source,
           EXISTS (SELECT 1 FROM field WHERE is_confirmed) AS fields,
           EXISTS (SELECT 1 FROM agent) AS agent,
           EXISTS (SELECT 1 FROM scope) AS scope,
           EXISTS (SELECT 1 FROM agent_key) AS key,
           EXISTS (SELECT 1 FROM audit_event WHERE action = 'access.completed' AND reason IS NULL) AS read`;
  const [done] = z.tuple([Row]).parse(rows);
  return FIRST_STEPS.map((step) => ({ step, isDone: done[step] }));
}
