const BASE = "http://here.invalid";

/** A path of this console to go to next; anything else, such as another site's address, becomes the overview. */
export function toSafePath(text: unknown): string {
  if (typeof text !== "string" || text.length > 1000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return "/";
  if (!URL.canParse(text, BASE)) return "/";
  const url = new URL(text, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//") || url.pathname.startsWith("/api/")) return "/";
  url.searchParams.delete("_rsc");
  return `${url.pathname}${url.search}`;
}
