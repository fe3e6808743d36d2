const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from a URL can name a row at all. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
