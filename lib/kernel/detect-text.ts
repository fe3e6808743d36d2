import { foldText } from "./column-fold";
import { isGivenName } from "./detect-given-name";

/** Recognisers of written values: names, addresses, running text, dates and fixed lists. */

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}'’]*\.?(?:-\p{L}[\p{L}'’]*)*|de|da|do|dos|du|von|van|der|den|la|le|el|al|bin|ibn|ben|y|e|zu|di|del|dr\.|mr\.|mrs\.|ms\.|prof\.)$/u;
const NOT_NAME_WORD = new Set(
  `the and of for with from inc ltd llc gmbh ag corp co company group bank hotel restaurant street road avenue city north south east west united states new old great best live vol volume part disc remix edition
   product service services order type plan red blue green black white yellow high low medium small large open closed active inactive pending yes no true false male female single married annual monthly daily weekly sales manager engineer
   director assistant administrator representative president owner agent department team market store shop station university college school school national international general senior junior chief head`.split(
    /\s+/,
  ),
);

/** Two to five words in the shape of a person's name. Shape alone is weak; `isKnownPersonName` asks for a common given name too. */
export function isNameShaped(value: string): boolean {
  if (value.length < 4 || value.length > 60 || /\d/.test(value)) return false;
  const words = value.replace(",", "").split(/\s+/);
  if (words.length < 2 || words.length > 5) return false;
  return words.every((word) => NAME_WORD.test(word) && !NOT_NAME_WORD.has(foldText(word)));
}

export function isKnownPersonName(value: string): boolean {
  if (!isNameShaped(value)) return false;
  return value
    .replace(",", "")
    .split(/[\s-]+/)
    .some((word) => isGivenName(foldText(word)));
}

/** One word that is a common given name. */
export function isLoneGivenName(value: string): boolean {
  return value.length <= 30 && /^[\p{L}'’-]+$/u.test(value) && isGivenName(foldText(value.split("-")[0] ?? ""));
}

const STREET_WORD =
  /(?:^|[\s.,])(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|bd|court|ct|place|pl|square|sq|terrace|way|highway|hwy|parkway|pkwy|circle|crescent|close|mews|rue|allee|chemin|quai|impasse|route|cours|calle|avenida|avda|paseo|plaza|carrera|rua|travessa|alameda|largo|estrada|praca|via|viale|piazza|corso|marg|nagar|gali|sector|ul|ulica|p ?o ?box|apt|suite|unit|floor|hauptstr)(?:$|[\s.,\d])/;
const STREET_ENDING =
  /(?:strasse|str|weg|platz|gasse|allee|ring|ufer|damm|steig|straat|laan|plein|singel|gracht|kade|pad|gata|gatan|vagen|vej|katu|veien)\.?(?:$|[\s,]\s?\d)/;

/** A street or box with a number, as one line or with its town. */
export function isStreetAddress(value: string): boolean {
  if (value.length < 6 || value.length > 200 || !/\d/.test(value) || !/\p{L}{2}/u.test(value)) return false;
  const folded = foldText(value);
  return STREET_WORD.test(folded) || STREET_ENDING.test(folded);
}

/** Postal codes with letters or a hyphen (GB, CA, NL, BR, PT, PL, US+4); plain digits say nothing on their own. */
export function isPostcode(value: string): boolean {
  return /^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{5}-\d{3,4}|\d{4}-\d{3}|\d{2}-\d{3}|(?:A|B|CH|D|DK|F|FI|I|L|N|S|SE)-\d{4,5})$/.test(
    value,
  );
}

/** Running text: several words that are not a list of codes. */
export function isRunningText(value: string): boolean {
  return value.length >= 40 && value.split(/\s+/).length >= 7 && !/^[[{<]/.test(value);
}

export function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$|^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?:\s\d{1,2}:\d{2}.*)?$/.test(
    value,
  );
}

/** A year from 1905 up to `yearMax` is what a living person's birth date has; orders and log-ins have recent ones. */
export function toYear(value: string): number | null {
  const match = /^(\d{4})-\d{2}-\d{2}/.exec(value) ?? /[./-](\d{4})(?:\s|$)/.exec(value);
  return match === null ? null : Number(match[1]);
}

export function isBoolean(value: string): boolean {
  return /^(?:true|false|yes|no|t|f|y|n|on|off|0|1|ja|nein|oui|non|si|sim|nao|haan|nahi)$/i.test(value);
}

export function isNumber(value: string): boolean {
  return /^[-+]?(?:\d+(?:[.,]\d+)*|\.\d+)(?:e[-+]?\d+)?\s?[%€$£]?$/i.test(value);
}

const COMPANY_FORM =
  /(?:^|\s)(?:gmbh|ag|kg|ohg|inc|llc|ltd|limited|plc|corp|corporation|co|company|sa|sas|sarl|srl|sl|spa|bv|nv|ab|oy|as|aps|pty|pvt|ltda|eirl|holding|holdings|group|& ?sons|und sohne|kgaa|se)\.?$/;

export function isCompanyName(value: string): boolean {
  return value.length <= 80 && COMPANY_FORM.test(foldText(value).replaceAll(".", ""));
}
