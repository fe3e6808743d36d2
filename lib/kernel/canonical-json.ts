/** A value that RFC 8785 can write. Absent object members (`undefined`) are left out, as in JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function writeString(text: string): string {
  const written = JSON.stringify(text);
  // Only a text in which something was escaped can hold a lone surrogate, which ECMAScript escapes.
  if (written.length !== text.length + 2 && LONE_SURROGATE.test(text)) {
    throw new RangeError("canonical JSON: a string holds a lone surrogate");
  }
  return written;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The JSON Canonicalization Scheme (RFC 8785): members ordered by UTF-16 code units, numbers as ECMAScript writes them, no white space.
 * Throws RangeError on NaN, infinities and lone surrogates, which JSON cannot hold.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("canonical JSON: a number is not finite");
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${writeString(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(",")}}`;
}
