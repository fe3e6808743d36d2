/** The event that opens the CommandMenu from elsewhere on the page. */
export const OPEN_SEARCH = "gatehouse:search";

export function openSearch() {
  window.dispatchEvent(new Event(OPEN_SEARCH));
}
