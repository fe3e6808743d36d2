import { X509Certificate } from "node:crypto";
import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { newToken } from "@/lib/runtime/hashing";
import { seal } from "@/lib/runtime/keyring";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";
import { STREAM_KINDS, toHost } from "./streams/stream-target";

const STREAMS_MAX = 20;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

export const MakeStreamInput = z.strictObject({
  name: z.string().trim().min(1, "is empty").max(80, "has at most 80 letters"),
  kind: z.enum(STREAM_KINDS, "must be webhook or syslog"),
  /** An https address, or host:port of a syslog server that takes RFC 5424 over TLS. */
  target: z.string().trim().max(500, "has at most 500 letters"),
  /** Certificates, PEM, that a syslog server is known by; without, those that the system trusts. */
  authorities: z.string().max(50_000).refine(isCertificate, "must be certificates in PEM form").optional(),
  /** From the log's first entry on, or from now. */
  isFromStart: z.boolean().default(false),
});
export type MakeStreamInput = z.input<typeof MakeStreamInput>;

/** A webhook's secret is shown here once, null for syslog. */
export type MadeStream = { streamId: string; secret: string | null };

/** Begins to send every event on, in the log's order and at least once. Throws `conflict` for a name that is taken. */
export async function makeStream(ctx: RequestContext, input: MakeStreamInput): Promise<MadeStream> {
  authorize(ctx, "audit_stream:write");
  const { name, kind, target, authorities = null, isFromStart } = parseInput(MakeStreamInput, input);
  const host = toHost(kind, target);
  const streamId = newId(ctx.now);
  const secret = kind === "webhook" ? `whsec_${Buffer.from(newToken(), "base64url").toString("base64")}` : null;
  const sealIn = (column: string, text: string): string =>
    seal(text, { table: "audit_stream", column, rowId: streamId });
  return commit(ctx, async (tx) => {
    if (await tx.auditStream.findUnique({ where: { name }, select: { id: true } }))
      throw new DomainError("conflict", "There is a stream of this name: choose another.", "name");
    if ((await tx.auditStream.count()) >= STREAMS_MAX)
      throw new DomainError("conflict", `There are ${STREAMS_MAX} streams: remove one first.`);
    const head = await tx.logHead.findUnique({ where: { id: 1 }, select: { size: true } });
    const seq = isFromStart ? 0n : (head?.size ?? 0n);
    const targetSealed = sealIn("target_sealed", target);
    const secretSealed = secret === null ? null : sealIn("secret_sealed", secret);
    const data = { id: streamId, name, kind, host, targetSealed, authorities, secretSealed, seq, createdAt: ctx.now };
    await tx.auditStream.create({ data, select: { id: true } });
    const after = { kind, host, fromEntry: Number(seq) };
    return { result: { streamId, secret }, events: [{ action: "audit.stream_made", streamId, after }] };
  });
}
