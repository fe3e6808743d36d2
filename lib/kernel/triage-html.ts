/** What a piece of markup stands for: nothing (an inline tag inside a word), a gap, or the character it encodes. */
type Markup = { readonly end: number; readonly text: string; readonly isHiding: boolean };

const TAG_LENGTH_MAX = 2000;
const ENTITY_LENGTH_MAX = 10;
const INLINE_TAGS: ReadonlySet<string> = new Set(
  "a,abbr,b,bdi,bdo,big,cite,code,del,em,font,i,ins,kbd,mark,o,q,s,small,span,strike,strong,sub,sup,tt,u,var,wbr".split(
    ",",
  ),
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
  atilde: "ã",
  otilde: "õ",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  euro: "€",
  pound: "£",
  rsquo: "'",
  lsquo: "'",
  hellip: "…",
  ndash: "–",
  mdash: "—",
};
const HIDING = ["display:none", "visibility:hidden", "font-size:0", "opacity:0", "hidden"];

/** The tag or comment delimiter that starts at `start`, or null where "<" is only a sign. Each call looks at most 2,000 characters ahead. */
export function readTag(text: string, start: number): Markup | null {
  if (text.startsWith("<!--", start)) return { end: start + 4, text: " ", isHiding: true };
  const match = /^<[/!?]?([a-z][a-z0-9]*)/i.exec(text.slice(start, start + 24));
  if (match === null) return null;
  const ahead = text.slice(start, start + TAG_LENGTH_MAX);
  const reopened = ahead.indexOf("<", 1);
  const rest = reopened === -1 ? ahead : ahead.slice(0, reopened);
  const close = rest.indexOf(">");
  if (close === -1) return null;
  const tag = rest.slice(0, close + 1).toLowerCase();
  const style = tag.replace(/\s+/g, "");
  return {
    end: start + close + 1,
    text: INLINE_TAGS.has((match[1] ?? "").toLowerCase()) ? "" : " ",
    isHiding: HIDING.some((word) => style.includes(word)),
  };
}

/** The character that an entity such as `&amp;` or `&#x61;` stands for, or null. */
export function readEntity(text: string, start: number): Markup | null {
  const close = text.slice(start, start + ENTITY_LENGTH_MAX + 2).indexOf(";");
  if (close < 2) return null;
  const name = text.slice(start + 1, start + close);
  const character = name.startsWith("#") ? toCharacter(name.slice(1)) : ENTITIES[name];
  return character === undefined ? null : { end: start + close + 1, text: character, isHiding: false };
}

function toCharacter(digits: string): string | undefined {
  const isHex = /^x[0-9a-f]{1,6}$/i.test(digits);
  if (!isHex && !/^[0-9]{1,7}$/.test(digits)) return undefined;
  const code = isHex ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  const isScalar = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isScalar ? String.fromCodePoint(code) : undefined;
}
