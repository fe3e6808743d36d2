/** The least UUID v7 of a moment: event ids carry their time, so a time filter is a range of ids. */
export function toFirstEventId(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
