/** The page that is asked for, with its query: proxy.ts writes it, because a page is not told its own address. */
export const PATH_HEADER = "x-gatehouse-path";
