import { readDecimal } from "./triage-amounts";
import { type TriageReason, type TriageSpan, toTriageReason } from "./triage-kinds";
import { compilePhrases, findPhraseSpans } from "./triage-phrases";
import { TRIAGE_LENGTH_MAX, type TextReading } from "./triage-reading";
import type { TriageAction } from "./triage-rules";
import type { TriageToken } from "./triage-tokens";

/** What holds a message as unusual whatever the model and the thresholds say. */
export function findGuardReasons(reading: TextReading, action: TriageAction | undefined): TriageReason[] {
  const { original, isCut, normal, tokens, tokenised, languages } = reading;
  const reasons: TriageReason[] = [];
  const hasWords = tokens.some((token) => token.kind === "word" && /\p{L}/u.test(token.word));
  if (original.trim() === "" || normal.text.trim() === "") reasons.push(toTriageReason("empty"));
  else if (!hasWords) reasons.push(toTriageReason("no_words"));
  if (isBinary(reading)) reasons.push(toTriageReason("binary"));
  if (isCut) reasons.push(toTriageReason("too_long", { it: String(TRIAGE_LENGTH_MAX) }));
  if (languages.isUnknown) reasons.push(toTriageReason("unknown_language"));
  else if (languages.isMixed) reasons.push(toTriageReason("mixed_language"));
  if (tokenised.lookAlikes.length > 0)
    reasons.push(toTriageReason("look_alike", { words: tokenised.lookAlikes.map(toSpan) }));
  if (tokenised.spelledApart.length > 0) {
    reasons.push(toTriageReason("spelled_apart", { words: tokenised.spelledApart.map(toSpan) }));
  }
  if (normal.invisibleCount > 0) reasons.push(toTriageReason("invisible"));
  if (normal.isHiding) reasons.push(toTriageReason("hidden_markup"));
  const prompts = findPrompts(tokens);
  if (prompts.length > 0 || hasChatMarkup(normal.text)) reasons.push(toTriageReason("prompt_like", { words: prompts }));
  if (action?.amount !== undefined && readDecimal(action.amount) === null) {
    reasons.push(toTriageReason("amount_unreadable"));
  }
  return reasons;
}

const toSpan = ({ start, end }: TriageToken): TriageSpan => ({ start, end });

const CONTROL_COUNT_MAX = 8;
const RUN_LENGTH_MAX = 400;

/** Control characters, or a run such as base64 that no one types. */
function isBinary({ normal, original }: TextReading): boolean {
  if (normal.controlCount >= CONTROL_COUNT_MAX || normal.controlCount * 50 > normal.text.length) return true;
  if (original.includes("\0")) return true;
  let run = 0;
  for (let index = 0; index < normal.text.length && run <= RUN_LENGTH_MAX; index += 1) {
    run = /\s/.test(normal.text.charAt(index)) ? 0 : run + 1;
  }
  return run > RUN_LENGTH_MAX;
}

const NEAR = 6;
const SET_ASIDE = new Set(
  "ignore,ignores,ignoring,disregard,forget,override,overrule,bypass,circumvent,skip,break,ignoriere,ignorier,ignorieren,vergiss,vergessen,umgehe,missachte,oublie,oubliez,ignorez,contourne,ignora,ignoren,ignoras,olvida,olvide,omite,esqueca,esquece,desconsidere,desconsidera,burle,bhool,bhul,ignor,भूल,इग्नोर,अनदेखा".split(
    ",",
  ),
);
const OWN_RULES = new Set(
  "instructions,instruction,rules,rule,prompt,prompts,guidelines,guideline,policy,policies,guardrails,restrictions,safeguards,programming,anweisungen,anweisung,regeln,vorgaben,richtlinien,instructions,consignes,regles,instrucciones,reglas,normas,politicas,instrucoes,regras,diretrizes,niyam,nirdesh,निर्देश,निर्देशों,नियम,नियमों".split(
    ",",
  ),
);
const PROMPT_PHRASES = compilePhrases([
  "system prompt",
  "hidden prompt",
  "initial prompt",
  "your prompt is",
  "your prompt says",
  "reveal your prompt",
  "print your prompt",
  "show your prompt",
  "show me your prompt",
  "developer mode",
  "debug mode",
  "god mode",
  "admin mode",
  "jailbreak*",
  "do anything now",
  "you are now a",
  "you are now in",
  "you are now an",
  "from now on you are",
  "from now on you will",
  "pretend you are",
  "pretend to be",
  "pretend that you",
  "act as if you",
  "act as an admin*",
  "act as admin*",
  "as an ai",
  "language model",
  "without restrictions",
  "unrestricted ai",
  "no review needed",
  "without review",
  "skip the review",
  "do not escalate",
  "dont escalate",
  "mark as approved",
  "mark this as approved",
  "mark it as approved",
  "approve this request",
  "approve the next",
  "auto approve",
  "pre approved by",
  "already approved by",
  "repeat the words above",
  "du bist jetzt ein",
  "tu es maintenant un",
  "ahora eres un",
  "voce agora e um",
]);

/** "ignore … rules" within a few words, and phrases of the trade. */
function findPrompts(tokens: readonly TriageToken[]): TriageSpan[] {
  const spans = findPhraseSpans(tokens, PROMPT_PHRASES);
  for (const [index, token] of tokens.entries()) {
    if (!SET_ASIDE.has(token.word)) continue;
    const near = tokens.slice(Math.max(0, index - NEAR), index + NEAR + 1).find(({ word }) => OWN_RULES.has(word));
    if (near === undefined) continue;
    spans.push({ start: Math.min(token.start, near.start), end: Math.max(token.end, near.end) });
  }
  return spans;
}

const CHAT_MARKUP = ["<|", "|>", "[inst]", "[/inst]", "### system", "### instruction", "system:", "assistant:", "```"];

function hasChatMarkup(text: string): boolean {
  return CHAT_MARKUP.some((sign) => text.includes(sign));
}
