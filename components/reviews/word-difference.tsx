import { diffWords } from "@/lib/kernel/diff-words";

/** What an edit makes of a text: gone words struck through, new ones underlined, each said in words too. */
export function WordDifference({ before, after, label }: { before: string; after: string; label: string }) {
  const changes = diffWords(before, after);
  return (
    <section aria-label={label} className="rounded-lg border border-line bg-canvas p-3">
      <p className="max-w-prose whitespace-pre-wrap break-words text-sm [overflow-wrap:anywhere]">
        {changes.map(({ kind, text }, index) => {
          // biome-ignore-start lint/suspicious/noArrayIndexKey: a stretch is known by its place alone
          if (kind === "same") return <span key={index}>{text}</span>;
          if (kind === "gone") {
            return (
              <del key={index} className="rounded-xs bg-denied-soft text-denied-ink decoration-denied-line">
                <span className="sr-only">[gone: </span>
                {text}
                <span className="sr-only">]</span>
              </del>
            );
          }
          return (
            <ins key={index} className="rounded-xs bg-clear-soft text-clear-ink decoration-clear-line">
              <span className="sr-only">[new: </span>
              {text}
              <span className="sr-only">]</span>
            </ins>
          );
          // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
        })}
      </p>
    </section>
  );
}
