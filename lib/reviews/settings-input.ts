import { z } from "zod";

/** Parts that the settings of triage and reviewing share. */

export const Amount = z
  .string('must be a decimal, like "500" or "99.50"')
  .trim()
  .regex(/^\d{1,12}(\.\d{1,4})?$/, 'must be a decimal, like "500" or "99.50"');

export const Currency = z
  .string("must be an ISO 4217 code, like EUR")
  .trim()
  .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code, like EUR");

export const Languages = z
  .array(z.string().regex(/^[a-z]{2}$/, "must be an ISO 639-1 code, like de"), "must be a list of languages")
  .max(60, "name at most 60 languages")
  .transform((codes) => [...new Set(codes)].sort());

export const ActionKinds = z
  .array(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "must be the name of an action, like refund"), "must be a list")
  .max(50, "name at most 50 actions")
  .transform((kinds) => [...new Set(kinds)].sort());

export const SettingName = z
  .string("give it a name")
  .trim()
  .min(1, "give it a name")
  .max(80, "use at most 80 characters")
  .refine((name) => !/\p{Cc}/u.test(name), "use letters, not control characters");

/** 0 to 1. */
export const Share = z
  .number("must be a number from 0 to 1")
  .min(0, "must be from 0 to 1")
  .max(1, "must be from 0 to 1");

const PEOPLE_MAX = 5;
export const Approvals = z
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(PEOPLE_MAX, `must be at most ${PEOPLE_MAX}`);

/** An amount in no currency counts in every one; a currency without an amount says nothing. */
export const MoneyShape = { amountMin: Amount.nullable().default(null), currency: Currency.nullable().default(null) };

type Money = { amountMin: string | null; currency: string | null };

export function checkMoney({ amountMin, currency }: Money, context: z.RefinementCtx): void {
  if (currency !== null && amountMin === null)
    context.addIssue({ code: "custom", path: ["amountMin"], message: "name an amount, or no currency" });
}
