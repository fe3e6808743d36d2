/** What input, textarea, select and combobox share. `aria-invalid` colours the edge; the words of the error stand beside it. */
export const controlStyles = [
  "w-full min-w-0 rounded-md border border-control bg-surface text-ink text-base shadow-xs",
  "placeholder:text-ink-faint hover:border-ink-faint",
  "focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-1",
  "aria-invalid:border-denied",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint [&[readonly]]:bg-sunken",
].join(" ");
