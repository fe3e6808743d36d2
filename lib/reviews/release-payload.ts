import { z } from "zod";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256Hex } from "@/lib/runtime/hashing";
import { seal, unseal } from "@/lib/runtime/keyring";
import { JsonValue, WellFormed } from "./json-value";

const amount = z
  .string('must be a decimal in quotes, like "120.00"')
  .regex(/^\d{1,12}(\.\d{1,4})?$/, 'must be a decimal in quotes, like "120.00"');
const currency = z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code, like EUR");
const reference = WellFormed.trim().min(1, "is required").max(200, "must be at most 200 characters");

/** What an agent means to do besides answering. Amounts are decimal strings, so that no number is changed on its way. */
export const Action = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("reply") }),
    z.strictObject({ type: z.literal("refund"), amount, currency, order: reference.optional() }),
    z.strictObject({ type: z.literal("cancel_order"), order: reference }),
    z.strictObject({
      type: z.literal("custom"),
      name: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "must be like change_address"),
      amount: amount.optional(),
      currency: currency.optional(),
      data: JsonValue,
    }),
  ],
  "must be {type: reply | refund | cancel_order | custom, …}",
);
export type Action = z.output<typeof Action>;

export const REPLY_LENGTH_MAX = 20_000;

/** What a reviewer decides about and a release lets happen, once. */
export const Proposal = z.strictObject({
  /** The words to the customer; null when the action has none. */
  reply: WellFormed.max(REPLY_LENGTH_MAX, `must be at most ${REPLY_LENGTH_MAX} characters`).nullable(),
  action: Action.nullable(),
});
export type Proposal = z.output<typeof Proposal>;

const Payload = Proposal.extend({
  /** 128 random bits, so that nobody learns a short reply by trying digests. */
  nonce: z.string(),
});
/** A proposal as it is digested: equal digests mean the same reply and action to the last character. */
export type ReleasePayload = z.output<typeof Payload>;

/** SHA-256 of the payload's RFC 8785 form, hex. */
export function toPayloadDigest(payload: ReleasePayload): string {
  return sha256Hex(canonicalJson(payload));
}

export function sealPayload(payload: ReleasePayload, proposalId: string): string {
  return seal(canonicalJson(payload), { table: "proposal", column: "payload_sealed", rowId: proposalId });
}

/** Throws when the row was altered or moved. */
export function unsealPayload(sealed: string, proposalId: string): ReleasePayload {
  return Payload.parse(JSON.parse(unseal(sealed, { table: "proposal", column: "payload_sealed", rowId: proposalId })));
}

/** What the action is called in queues and rules; null without one. */
export function toActionKind(action: Action | null): string | null {
  if (action === null) return null;
  return action.type === "custom" ? action.name : action.type;
}

/** The money that an action moves, or null. */
export function toActionAmount(action: Action | null): { amount: string; currency: string | null } | null {
  if (action === null || !("amount" in action) || action.amount === undefined) return null;
  return { amount: action.amount, currency: action.currency ?? null };
}
