import { isWholeText, readBefore } from "./personal-data-context";
import type { PersonalSpan } from "./personal-data-span";

/** E-mail addresses, web addresses that name a person, network addresses and user names. */

const LOCAL_MAX = 64;
const DOMAIN_MAX = 255;
const LOCAL_END = /[\p{Cf}\p{M}\p{L}\p{N}._%+'’&=!#$*/?^`{|}~-]+$/u;
const DOMAIN_START =
  /^(?:[\p{Cf}\p{L}\p{N}](?:[\p{Cf}\p{M}\p{L}\p{N}-]{0,62})\.){1,6}[\p{L}][\p{Cf}\p{L}\p{N}-]{1,62}/u;
/** "ada (at) example (dot) org", "ada at example dot org". */
const SPELLED =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}._+-]{1,64} ?(?:\(at\)|\[at\]|\{at\}| at ) ?[\p{L}\p{N}-]{2,63}(?: ?(?:\(dot\)|\[dot\]|\{dot\}| dot |\(punkt\)| punkt ) ?[\p{L}]{2,24}){1,3}(?![\p{L}\p{N}])/giu;
/** "at" alone is an everyday word: the spelled form with a plain dot must use a bracket. */
const BRACKETED =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}._+-]{1,64} ?[([{]at[)\]}] ?[\p{L}\p{N}-]{2,63}(?:\.[\p{L}\p{N}-]{2,63}){1,3}/giu;

export function findEmails(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const written = LOCAL_END.exec(text.slice(Math.max(0, at - LOCAL_MAX), at))?.[0] ?? "";
    // Signs before the first letter are the sentence's, unless there is nothing else.
    const local = written.replace(/^[^\p{L}\p{N}_]+/u, "") || written;
    const domain = DOMAIN_START.exec(text.slice(at + 1, at + 1 + DOMAIN_MAX))?.[0];
    if (local !== "" && domain !== undefined)
      found.push({ start: at - local.length, end: at + 1 + domain.length, type: "email", score: 0.99 });
  }
  for (const pattern of [SPELLED, BRACKETED])
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, type: "email", score: 0.85 });
  return found;
}

const URL = /(?:https?:\/\/|www\.)[^\s<>"'()[\]]{1,2000}/giu;
/** Where the next part of a path is a person's own name on that site, and queries that carry one. */
const PERSON_IN_URL =
  /(?:linkedin\.com\/in|facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|tiktok\.com|github\.com|t\.me|wa\.me|paypal\.me|venmo\.com|youtube\.com\/user|xing\.com\/profile)\/@?[\w.%-]{2,}|\/(?:users?|people|profiles?|u|members?|customers?|~)\/[\w.%@-]{2,}|[?&](?:e-?mail|user(?:name|id)?|name|phone|tel|first_?name|last_?name|customer(?:_?id)?)=[^&\s]{2,}|\/\/[^/\s]{1,80}@/i;

export function findUrlsWithPerson(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(URL)) {
    if (!PERSON_IN_URL.test(match[0].slice(0, 500))) continue;
    const url = match[0].replace(/[.,;:!?]+$/, "");
    found.push({ start: match.index, end: match.index + url.length, type: "url_with_person", score: 0.85 });
  }
  return found;
}

const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\d)(?:\/\d{1,2}(?!\d))?/g;
const IPV6 =
  /(?<![0-9a-f:.])[0-9a-f]{0,4}(?:(?::[0-9a-f]{0,4}){1,6}:(?:\d{1,3}\.){3}\d{1,3}|(?::[0-9a-f]{0,4}){2,7})(?![0-9a-f:])(?:%[a-z0-9]{1,15})?(?:\/\d{1,3}(?!\d))?/gi;
const MAC =
  /(?<![\p{L}\p{N}:-])(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\p{L}\p{N}]|[:-][0-9a-f])/giu;

export function findNetworkAddresses(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(IPV4)) {
    if (/(?:version|release|firmware|v\.?)\s{0,2}$/.test(readBefore(text, match.index, 12))) continue;
    found.push({ start: match.index, end: match.index + match[0].length, type: "ip_address", score: 0.95 });
  }
  for (const match of text.matchAll(IPV6))
    if (isIpv6(match[0]))
      found.push({ start: match.index, end: match.index + match[0].length, type: "ip_address", score: 0.9 });
  for (const match of text.matchAll(MAC))
    if (!/^(?:ff[:-]?)+$|^(?:00[:-]?)+$/i.test(match[0]))
      found.push({ start: match.index, end: match.index + match[0].length, type: "other_id", score: 0.9 });
  return found;
}

const TAGS = /(?<![\p{L}\p{N}])(?:@|#(?=\p{L}))[\p{L}\p{N}_]{1,60}/gu;

/** The text without what is no prose: web and e-mail addresses, handles and tags are blanked, and every offset stays. */
export function toProse(text: string, emails: readonly PersonalSpan[]): string {
  let prose = "";
  let at = 0;
  for (const { start, end } of emails) {
    if (start < at) continue;
    prose += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  prose += text.slice(at);
  const blank = (match: string): string => " ".repeat(match.length);
  return prose.replace(URL, blank).replace(TAGS, blank);
}

/** Eight groups, or fewer with one "::" that is not alone; times and ratios have neither. */
function isIpv6(text: string): boolean {
  const address = text.replace(/[%/].*$/, "");
  const shortened = address.split("::").length - 1;
  const groups = address.split(":").filter((group) => group !== "");
  if (shortened > 1 || /:::/.test(address) || /^:[^:]|[^:]:$/.test(address)) return false;
  const count = groups.length + (groups.at(-1)?.includes(".") === true ? 1 : 0);
  return shortened === 1 ? count < 8 && (count > 0 || text.length > 2) : count === 8;
}

const HANDLE = /(?<![\p{L}\p{N}@./_-])@[\p{L}_][\p{L}\p{N}_.]{1,30}(?<![.])(?![@\p{L}\p{N}])/gu;
const LOGIN =
  /(?<![\p{L}])(?:user ?name|user ?id|login(?: name| id)?|nick ?name|screen ?name|skype(?: id)?|telegram|benutzer(?:name|kennung)|nutzername|identifiant|pseudo|nombre de usuario|usuario|nome de utilizador|nome utente|gebruikersnaam)\s{0,3}(?:is|ist|est|es|:|=|lautet|#|-)\s{0,3}["'“„]?(?<value>[\p{L}\p{N}_.@-]{2,40})/giu;
const NOT_LOGIN =
  /^(?:not|wrong|locked|the|my|a|an|no|and|or|is|in|was|page|nicht|falsch|still|incorrect|invalid|correct|password|unknown|disabled|blocked|different|that|this|what|missing|failed|failing|broken|down)$/i;

export function findUserNames(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(HANDLE))
    found.push({ start: match.index, end: match.index + match[0].length, type: "username", score: 0.6 });
  for (const match of text.matchAll(LOGIN)) {
    const value = match.groups?.["value"]?.replace(/[.-]+$/, "") ?? "";
    if (value.length < 2 || NOT_LOGIN.test(value)) continue;
    const end = match.index + match[0].length - ((match.groups?.["value"]?.length ?? 0) - value.length);
    const isCode = /[\d_.@]/.test(value) || isWholeText(text, match.index, end) || /[:=]/.test(match[0]);
    found.push({ start: end - value.length, end, type: "username", score: isCode ? 0.8 : 0.55 });
  }
  return found;
}
