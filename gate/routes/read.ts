import type { Context } from "hono";
import { readDataset } from "@/lib/gateway/read-dataset";
import { toFieldAnswers } from "@/lib/gateway/to-field-answers";
import type { GateEnv } from "@/gate/gate-env";
import { readBody } from "@/gate/read-body";
import { toCaseToken } from "@/gate/to-case-token";

export async function postRead(c: Context<GateEnv>): Promise<Response> {
  const result = await readDataset(c.get("agent"), await readBody(c, "read"), { caseToken: toCaseToken(c) });
  return c.json({ ...result, fields: toFieldAnswers(result.fields) });
}
