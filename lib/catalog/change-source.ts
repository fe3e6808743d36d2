import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { seal } from "@/lib/runtime/keyring";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertSourceNameIsFree } from "./internal/assert-source-name-is-free";
import { SourceSettingsInput, toSourceSettings } from "./source-settings";

export const ChangeSourceInput = SourceSettingsInput.extend({ sourceId: z.uuid({ error: "must be a source's id" }) });
export type ChangeSourceInput = z.input<typeof ChangeSourceInput>;

const SELECT = { name: true, host: true, port: true, database: true, username: true, tlsMode: true } as const;

/**
 * Replaces a source's settings; the stored password stays when none is given. It is wanted again when the host, port or TLS mode changes:
 * else it could be sent to a server of someone's choosing. Throws `not_found`, `conflict`.
 */
export async function changeSource(ctx: RequestContext, input: ChangeSourceInput): Promise<void> {
  authorize(ctx, "catalog:write");
  const { sourceId, ...parts } = parseInput(ChangeSourceInput, input);
  const { password, ...after } = toSourceSettings(parts);
  await commit(ctx, async (tx) => {
    await assertSourceNameIsFree(tx, after.name, sourceId);
    const before = await tx.source.findUnique({ where: { id: sourceId }, select: SELECT });
    if (!before) throw new DomainError("not_found", "There is no such source.");
    const isMoved = before.host !== after.host || before.port !== after.port || before.tlsMode !== after.tlsMode;
    if (isMoved && password === null) {
      throw new DomainError(
        "invalid_input",
        "password: must be entered again when the host, port or TLS mode changes.",
        "password",
      );
    }
    const place = { table: "source", column: "password_sealed", rowId: sourceId };
    const sealed = password === null ? {} : { passwordSealed: seal(password, place) };
    await tx.source.update({
      where: { id: sourceId },
      data: { ...after, ...sealed, testedAt: null, testError: null },
      select: { id: true },
    });
    return {
      result: undefined,
      events: [{ action: "source.changed", sourceId, before, after, isPasswordChanged: password !== null }],
    };
  });
}
