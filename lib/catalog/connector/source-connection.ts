import type { TlsMode } from "@/lib/db/generated/enums";
import { reader } from "@/lib/db/reader";
import { DomainError } from "@/lib/kernel/domain-error";
import type { SourceId } from "@/lib/kernel/ids";

/** All that is needed to open a connection. The password stays sealed until the driver asks for it. */
export type SourceConnection = {
  readonly id: SourceId;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  readonly passwordSealed: string;
  readonly tlsMode: TlsMode;
};

const SELECT = { host: true, port: true, database: true, username: true, passwordSealed: true, tlsMode: true } as const;

/** Throws `not_found`. */
export async function loadSourceConnection(id: SourceId): Promise<SourceConnection> {
  const row = await reader().source.findUnique({ where: { id }, select: SELECT });
  if (!row) throw new DomainError("not_found", "There is no such source.");
  return { id, ...row };
}
