import { Check, Minus } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { TextLink } from "@/components/ui/text-link";

export type ReadinessItem = {
  key: string;
  /** As it is now: "It has 2 live keys". */
  sentence: string;
  isMet: boolean;
  href?: string | undefined;
  linkText?: string | undefined;
};

/** Everything an agent needs to read, each with whether it has it now. */
export function ReadinessList({ items }: { items: readonly ReadinessItem[] }) {
  return (
    <ul className="space-y-2">
      {items.map((item) => (
        <li key={item.key} className="flex items-start gap-3">
          <span
            className={cn(
              "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border",
              item.isMet
                ? "border-clear-line bg-clear-soft text-clear-ink"
                : "border-masked-line bg-masked-soft text-masked-ink",
            )}
          >
            {item.isMet ? <Check aria-hidden className="size-3" /> : <Minus aria-hidden className="size-3" />}
            <span className="sr-only">{item.isMet ? "Met: " : "Missing: "}</span>
          </span>
          <span className="min-w-0">
            {item.sentence}
            {item.href !== undefined && (
              <>
                {" "}
                <TextLink href={item.href}>{item.linkText ?? "Go there"}</TextLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
