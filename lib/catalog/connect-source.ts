import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { SourceId } from "@/lib/kernel/ids";
import { seal } from "@/lib/runtime/keyring";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertSourceNameIsFree } from "./internal/assert-source-name-is-free";
import { SourceSettingsInput, toSourceSettings } from "./source-settings";

export const ConnectSourceInput = SourceSettingsInput;
export type ConnectSourceInput = z.input<typeof ConnectSourceInput>;

/** Keeps how a Postgres source is reached, its password sealed. Opens no connection: `testSource` does. Throws `conflict` on a taken name. */
export async function connectSource(ctx: RequestContext, input: ConnectSourceInput): Promise<SourceId> {
  authorize(ctx, "catalog:write");
  const { password, ...settings } = toSourceSettings(parseInput(ConnectSourceInput, input));
  if (password === null) throw new DomainError("invalid_input", "password: must be given.", "password");
  const id = newId(ctx.now);
  const passwordSealed = seal(password, { table: "source", column: "password_sealed", rowId: id });
  return commit(ctx, async (tx) => {
    await assertSourceNameIsFree(tx, settings.name, null);
    await tx.source.create({ data: { id, ...settings, passwordSealed }, select: { id: true } });
    return { result: id as SourceId, events: [{ action: "source.connected", sourceId: id, after: settings }] };
  });
}
