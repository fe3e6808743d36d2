import { KindMark } from "@/components/reviews/kind-mark";
import { PRESET_WORDS, VERDICT_WORDS } from "@/components/reviews/review-words";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { REJECT_PRESETS } from "@/lib/kernel/vocabulary";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";

export type SimilarItem = HeldItemDetail["similar"][number] & { href: string };

function toReason(code: string | null): string {
  const preset = REJECT_PRESETS.find((each) => each === code);
  return preset === undefined ? "" : `: ${PRESET_WORDS[preset].word.toLowerCase()}`;
}

/** How earlier items with much the same words were decided. */
export function SimilarList({ similar }: { similar: readonly SimilarItem[] }) {
  if (similar.length === 0) return <p className="text-ink-muted text-sm">Nothing like it was decided before.</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {similar.map((item) => (
        <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
          <TextLink href={item.href} scroll={false}>
            {VERDICT_WORDS[item.verdict]}
            {toReason(item.rejectPreset)}
          </TextLink>
          <KindMark kind={item.kind} form="plain" />
          <span className="ms-auto text-ink-muted">
            {Math.round(item.likeness * 100)} % alike, {item.decidedBy},{" "}
            <RelativeTime at={item.decidedAt} form="short" />
          </span>
        </li>
      ))}
    </ul>
  );
}
