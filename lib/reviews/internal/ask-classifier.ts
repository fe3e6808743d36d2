import { z } from "zod";
import { TRIAGE_KINDS, type TriageFinding, toTriageReason } from "@/lib/kernel/triage-kinds";
import { getEnv } from "@/lib/runtime/env";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { unseal } from "@/lib/runtime/keyring";
import type { ReviewSettings } from "./load-review-policy";

const ANSWER_MS = 2_000;
const ANSWER_BYTES_MAX = 16_384;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

const Answer = z.object({
  hold: z.boolean(),
  kinds: z.array(z.enum(TRIAGE_KINDS)).optional(),
  score: z.number().min(0).max(1).optional(),
});

export type ClassifierQuestion = { text: string; channel: string; language: string | null };
/** It may add findings; it has no way to take one away. */
export type ClassifierAnswer = { said: "not_asked" | "nothing_to_add" | "added" | "down"; findings: TriageFinding[] };

/** Why customers' words are not sent there, or null. */
export function explainClassifierUrlFault(address: string): string | null {
  if (!URL.canParse(address)) return "must be a web address";
  const url = new URL(address);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return "must have no password, query or fragment: the secret has its own field";
  if (url.protocol === "https:") return null;
  const isNear = LOOPBACK.includes(url.hostname) || getEnv().webhookPrivateHosts.includes(url.hostname);
  return url.protocol === "http:" && isNear
    ? null
    : "must begin with https://, or with http:// for this machine or a host in GATEHOUSE_WEBHOOK_PRIVATE_HOSTS";
}

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_BYTES_MAX) throw new RangeError("the answer is too long");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

async function ask(url: string, secret: string | null, question: ClassifierQuestion): Promise<z.output<typeof Answer>> {
  if (explainClassifierUrlFault(url) !== null) throw new RangeError("the address is not one to send to");
  const response = await fetch(url, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MS),
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
    },
    body: JSON.stringify(question),
  });
  if (response.status !== 200) throw new RangeError("the answer is not 200");
  return Answer.parse(JSON.parse(await readLimited(response)));
}

function toFindings({ hold, kinds = [], score = 1 }: z.output<typeof Answer>): TriageFinding[] {
  if (!hold) return [];
  const held = kinds.length === 0 ? (["unusual_request"] as const) : [...new Set(kinds)];
  return held.map((kind) => ({ kind, score, reasons: [toTriageReason("classifier", { it: kind })] }));
}

/** Asks the external classifier, where one is set. No answer in time, or one that cannot be read, holds. */
export async function askClassifier(
  { classifierUrl, classifierSecretSealed }: ReviewSettings,
  question: ClassifierQuestion,
): Promise<ClassifierAnswer> {
  if (classifierUrl === null) return { said: "not_asked", findings: [] };
  try {
    const place = { table: "review_setting", column: "classifier_secret_sealed", rowId: "1" };
    const secret = classifierSecretSealed === null ? null : unseal(classifierSecretSealed, place);
    const findings = toFindings(await ask(classifierUrl, secret, question));
    return { said: findings.length === 0 ? "nothing_to_add" : "added", findings };
  } catch (error) {
    log("warn", "classifier_down", toErrorFacts(error));
    const reasons = [toTriageReason("classifier_down")];
    return { said: "down", findings: [{ kind: "unusual_request", score: 1, reasons }] };
  }
}
