import { isIban } from "./detect-number";
import { toWeightedSum } from "./personal-data-check-digits";
import { findLastCue, isWholeText, readBefore } from "./personal-data-context";
import type { PersonalSpan } from "./personal-data-span";

/** Bank accounts and wallets, and the codes that a message itself calls a customer's number. */

/** ISO 13616: how long the IBAN of each country is. */
const IBAN_LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28
   HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29
   RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);
const IBAN_START = /(?<![\p{L}\p{N}])(?<country>[A-Z]{2})\d{2}(?=[ -]?[A-Z0-9])/giu;

export function findBankAccounts(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS.get((match.groups?.["country"] ?? "").toUpperCase());
    const end = length === undefined ? null : findCodeEnd(text, match.index, length);
    if (end === null) continue;
    const isChecked = isIban(text.slice(match.index, end).replace(/[^A-Za-z0-9]/g, ""));
    // A mistyped account still says most of the account.
    if (
      isChecked ||
      /iban|konto|account|compte|cuenta|conta|conto|rekening|bank/.test(readBefore(text, match.index, 50))
    )
      found.push({ start: match.index, end, type: "bank_account", score: isChecked ? 0.98 : 0.65 });
  }
  return [...found, ...findAnnouncedAccounts(text), ...findWallets(text)];
}

/** Where a code of so many letters and digits ends, single spaces and hyphens not counted; null where the text has other signs first. */
function findCodeEnd(text: string, start: number, length: number): number | null {
  let seen = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (/[A-Za-z0-9]/.test(sign)) seen += 1;
    else if (!/[ \u00a0.-]/.test(sign) || !/[A-Za-z0-9]/.test(text[at + 1] ?? "")) return null;
    if (seen === length) return /[A-Za-z0-9]/.test(text[at + 1] ?? "") ? null : at + 1;
  }
  return null;
}

const ACCOUNT = /(?<![\p{L}\p{N}.,])\d[\d -]{3,26}\d(?![\p{L}\p{N}]|[.,]\d)/gu;
const ACCOUNT_CUE =
  /(?<![a-z])(?:account (?:number|no\.?|nr\.?|num|#)|acct\.?|a\/c|checking|savings|kontonummer|konto(?:-?nr\.?)?|bankverbindung|sort ?code|routing(?: number)?|aba|bsb|blz|clabe|ifsc|numero de (?:compte|cuenta|conta)|n[o°]? ?(?:de )?compte|cuenta|conta(?: corrente)?|agencia|conto corrente|rekening(?:nummer)?|khata|bank account|bankkonto)(?![a-z])/g;

function findAnnouncedAccounts(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(ACCOUNT)) {
    const digits = match[0].replace(/\D/g, "");
    const span = { start: match.index, end: match.index + match[0].length };
    const before = readBefore(text, span.start, 45);
    const cueEnd = findLastCue(before, ACCOUNT_CUE);
    const isNear = cueEnd >= 0 && !/[.!?]\s/.test(before.slice(cueEnd)) && /^[^\d]{0,24}$/.test(before.slice(cueEnd));
    const isLone = isWholeText(text, span.start, span.end);
    if (
      (isNear && digits.length >= 5) ||
      (isLone && (isRouting(digits) || /^\d{12}$/.test(digits)) && /^[\d-]+$/.test(match[0]))
    )
      found.push({ ...span, type: "bank_account", score: isNear ? 0.85 : 0.5 });
  }
  return found;
}

/** A routing number of the American Bankers Association: nine digits weighed 3, 7, 1. */
function isRouting(digits: string): boolean {
  return /^(?:[0123678]\d|80)\d{7}$/.test(digits) && toWeightedSum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;
}

const WALLET =
  /(?<![\p{L}\p{N}])(?:bc1[ac-hj-np-z02-9]{25,71}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|[LM][a-km-zA-HJ-NP-Z1-9]{26,33})(?![\p{L}\p{N}])/gu;

function findWallets(text: string): PersonalSpan[] {
  return [...text.matchAll(WALLET)]
    .filter(([written]) => /\d/.test(written) && /[a-z]/.test(written))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      type: "bank_account" as const,
      score: 0.8,
    }));
}

const OWN_CODE =
  /(?<![\p{L}])(?<cue>passport|passeport|reisepass|pasaporte|passaporte|passaporto|paspoort|driv\w{2,5}'?s? licen[cs]e|licen[cs]e|f(?:ü|ue)hrerschein\w{0,8}|ausweis\w{0,8}|personalausweis\w{0,8}|ssn|social security|national id\w{0,12}|national insurance|id card|identity card|tax id|steuer-?(?:id|nummer)|dni|nie|cpf|rg|curp|aadhaar|aadhar|bsn|codice fiscale|carte d'identité|customer|client|member|membership|patient|policy|kunden|mitglieds?|versicherungs?|versicherten|patienten|sozialversicherungs?|cliente?|socio|sócio|adhérent|abonné|klant|lid|employee|staff|student|loyalty|frequent flyer|insurance|vin|chassis|device|imei|serial)[\s-]{0,2}(?:nummer|number|numbers|num|no\.?|nr\.?|n[°º]|id|code|#|card|numero|número|numéro)?\s{0,2}(?:is|ist|est|es|é|è|lautet|:|=|#|,|\()?\s{0,2}(?<value>[\p{Lu}\p{N}][\p{Lu}\p{N}/.-]{3,24}(?: \d{2,6}){0,4})/giu;

/** "customer number C-100042", "passport 912803456": what the writer calls the number of a person, in whatever form. */
export function findAnnouncedCodes(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(OWN_CODE)) {
    const value = (match.groups?.["value"] ?? "").replace(/[./-]+$/, "");
    const end = match.index + match[0].length - ((match.groups?.["value"]?.length ?? 0) - value.length);
    if ((value.match(/\d/g)?.length ?? 0) < 3 || /^(?:19|20)\d\d$/.test(value)) continue;
    found.push({ start: end - value.length, end, type: "other_id", score: 0.6 });
  }
  return found;
}
