import type { z } from "zod";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { Door } from "@/lib/policy/evaluate-access";
import { recordRejection } from "@/lib/policy/record-rejection";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertStorable } from "./assert-storable";

/** Parses what an agent sent; what cannot be read is in the log. Throws `invalid_input`. */
export async function parseAgentInput<Schema extends z.ZodType>(
  ctx: RequestContext,
  actor: AgentActor,
  door: Door,
  schema: Schema,
  input: unknown,
): Promise<z.output<Schema>> {
  try {
    assertStorable(input);
    return parseInput(schema, input);
  } catch (error) {
    throw error instanceof DomainError ? await recordRejection(ctx, actor, door, error) : error;
  }
}
