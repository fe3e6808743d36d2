/** Whether the sidebar is folded: "narrow" or "wide", read by the layout, so that nothing jumps. */
export const SIDEBAR_COOKIE = "gatehouse-sidebar";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function keepSidebar(isNarrow: boolean) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
  document.cookie = `${SIDEBAR_COOKIE}=${isNarrow ? "narrow" : "wide"}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}
