import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import { sha256Hex } from "@/lib/runtime/hashing";
import { CURSOR_LENGTH_MAX } from "./read-input";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Where a page ended: the values its last row is ordered by, and how many rows up to there have exactly those. */
export const Position = z.strictObject({ values: z.array(z.string().nullable()), skip: z.number().int().min(0) });
export type Position = z.output<typeof Position>;

/** What a cursor is good for: it opens for nothing else. `plan` is how rows are ordered, which changes with the scope. */
export type CursorUse = { agentId: string; datasetId: string; purpose: string; query: Json; plan: string };

function toAad(use: CursorUse): Buffer {
  return Buffer.from(sha256Hex(canonicalJson(use)), "hex");
}

function refuse(): DomainError {
  return new DomainError(
    "invalid_input",
    "cursor: must be the nextCursor of the page before, with the same dataset, purpose, fields, where and orderBy; start again without it.",
    "cursor",
  );
}

/** Seals a position so that it tells the agent nothing and opens only for the same query of the same agent. */
export function sealCursor(position: Position, use: CursorUse): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, getEnv().cursorKey, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(toAad(use));
  const sealed = Buffer.concat([
    iv,
    cipher.update(JSON.stringify(position), "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const cursor = sealed.toString("base64url");
  if (cursor.length <= CURSOR_LENGTH_MAX) return cursor;
  throw new DomainError(
    "invalid_input",
    "orderBy: the values ordered by are too long to page on; order by another field.",
    "orderBy",
  );
}

/** Throws `invalid_input` for a cursor that was altered, or made for another agent or query. */
export function openCursor(cursor: string, use: CursorUse): Position {
  const sealed = Buffer.from(cursor, "base64url");
  if (sealed.length <= IV_BYTES + TAG_BYTES || sealed.toString("base64url") !== cursor) throw refuse();
  const decipher = createDecipheriv(ALGORITHM, getEnv().cursorKey, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(toAad(use));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  let opened: string;
  try {
    opened = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    // The only thing that fails here is the authentication of what the caller sent.
    throw refuse();
  }
  return Position.parse(JSON.parse(opened));
}
