import { Snowflake } from "lucide-react";
import { toFrozenWords } from "@/components/freezes/freeze-words";
import { TextLink } from "@/components/ui/text-link";
import type { FreezeTarget } from "@/lib/kernel/vocabulary";

type Frozen = { id: string; target: FreezeTarget; thing: { name: string } | null };

/** Across the top of every page while anything is frozen. */
export function FreezeBanner({ frozen, href }: { frozen: readonly Frozen[]; href: string }) {
  if (frozen.length === 0) return null;
  const words = frozen.map(({ target, thing }) => toFrozenWords(target, thing?.name ?? null)).join(", ");
  return (
    <section
      aria-label="What is frozen"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-denied-line border-b bg-denied-soft px-4 py-2 text-sm"
    >
      <Snowflake aria-hidden className="size-4 shrink-0 text-denied-ink" />
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-medium">Frozen:</strong> {words}.
      </p>
      <TextLink href={href}>See the freezes</TextLink>
    </section>
  );
}
