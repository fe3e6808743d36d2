/** The first stop of the keyboard: past the navigation to the page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed start-4 top-2 z-50 -translate-y-16 rounded-md bg-solid px-3 py-2 font-medium text-ink-inverse text-sm focus-visible:translate-y-0"
    >
      Skip to the page
    </a>
  );
}
