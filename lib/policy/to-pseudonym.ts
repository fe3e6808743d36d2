import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";

const DIGITS = 32;

/** The text by which equal values are equal in whatever column they stand: padding and trailing zeros are no part of a value. */
function toPlainText(value: string, dataType: string): string {
  if (/^char(acter)?\(/.test(dataType)) return value.trimEnd();
  if (/^(numeric|decimal)\b/.test(dataType) && value.includes(".")) return value.replace(/\.?0+$/, "");
  return value;
}

type Column = { tokenDomain: string; dataType: string };

/** What stands for a tokenised value: the same for equal values of one token domain, unrelated otherwise. */
export function toToken(value: string, { tokenDomain, dataType }: Column): string {
  return `tok_${hmacHex(getEnv().tokenKey, `${tokenDomain}\n${toPlainText(value, dataType)}`).slice(0, DIGITS)}`;
}

/** What stands for a customer in the log: one for all datasets whose subject keys are joined by foreign keys. */
export function toSubjectRef(value: string, { tokenDomain, dataType }: Column): string {
  return `sub_${hmacHex(getEnv().pseudonymKey, `subject\n${tokenDomain}\n${toPlainText(value, dataType)}`).slice(0, DIGITS)}`;
}

/** A keyed digest of what was released, to compare it later with what somebody says they got. */
export function toPayloadDigest(payload: string): string {
  return hmacHex(getEnv().pseudonymKey, `payload\n${payload}`);
}
