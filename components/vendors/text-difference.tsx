import { cn } from "@/components/ui/cn";
import type { DiffLine, DiffPart } from "@/lib/kernel/diff-text";

const CONTEXT = 3;
type Shown = { key: number; line: DiffLine } | { key: number; left: number };

/** Lines near a change; the runs between are counted. */
function fold(lines: readonly DiffLine[]): Shown[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== "same"),
  );
  const shown: Shown[] = [];
  for (const [key, line] of lines.entries()) {
    const last = shown.at(-1);
    if (isNear[key]) shown.push({ key, line });
    else if (last !== undefined && "left" in last) shown[shown.length - 1] = { ...last, left: last.left + 1 };
    else shown.push({ key, left: 1 });
  }
  return shown;
}

function Words({ parts, kind }: { parts: readonly DiffPart[]; kind: DiffLine["kind"] }) {
  return parts.map(({ kind: own, text }, index) =>
    own === "same" ? (
      text
    ) : (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line have no other name
        key={index}
        className={cn("rounded-xs font-medium text-ink", kind === "added" ? "bg-clear-line" : "bg-denied-line")}
      >
        {text}
      </mark>
    ),
  );
}

/** What a text says otherwise than before, line by line, with the words that differ marked. */
export function TextDifference({ lines }: { lines: readonly DiffLine[] }) {
  return (
    <ol className="overflow-hidden rounded-lg border border-line bg-surface font-mono text-sm">
      {fold(lines).map((one) =>
        "left" in one ? (
          <li key={one.key} className="bg-sunken px-3 py-1 text-ink-muted">
            {one.left} {one.left === 1 ? "line" : "lines"} unchanged
          </li>
        ) : (
          <li
            key={one.key}
            className={cn("flex gap-2 px-3 py-0.5", {
              "bg-clear-soft": one.line.kind === "added",
              "bg-denied-soft": one.line.kind === "removed",
            })}
          >
            <span className="w-3 shrink-0 select-none" aria-hidden>
              {{ added: "+", removed: "−", same: "" }[one.line.kind]}
            </span>
            <span className="min-w-0 whitespace-pre-wrap break-words">
              {one.line.kind !== "same" && (
                <span className="sr-only">{one.line.kind === "added" ? "Added: " : "Removed: "}</span>
              )}
              {one.line.words === null ? one.line.text : <Words parts={one.line.words} kind={one.line.kind} />}
            </span>
          </li>
        ),
      )}
    </ol>
  );
}
