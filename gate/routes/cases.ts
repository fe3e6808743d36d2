import type { Context } from "hono";
import type { GateEnv } from "@/gate/gate-env";
import { readJson } from "@/gate/read-body";
import { closeCase } from "@/lib/cases/close-case";
import { openCase } from "@/lib/cases/open-case";
import { recordCaseRefusal } from "@/lib/cases/record-case-refusal";
import { DomainError } from "@/lib/kernel/domain-error";

/** What a dispatcher was refused is in the log as well. */
async function answer<Result extends object>(c: Context<GateEnv>, work: () => Promise<Result>): Promise<Response> {
  const result = await work().catch(async (error: unknown) => {
    throw error instanceof DomainError ? await recordCaseRefusal(c.get("dispatcher"), error) : error;
  });
  return c.json(result);
}

export function postCase(c: Context<GateEnv>): Promise<Response> {
  return answer(c, async () => openCase(c.get("dispatcher"), await readJson(c)));
}

export function postCaseClosing(c: Context<GateEnv>): Promise<Response> {
  return answer(c, () => closeCase(c.get("dispatcher"), { caseId: c.req.param("id") }));
}
