import {
  Building2,
  CircleCheck,
  Clock,
  DatabaseZap,
  Eye,
  Hand,
  KeyRound,
  type LucideIcon,
  Siren,
  UserX,
} from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";

export type AttentionIcon = "person" | "source" | "field" | "time" | "key" | "held" | "alert" | "vendor";
export type AttentionItem = {
  key: string;
  icon: AttentionIcon;
  tone: "danger" | "warn" | "neutral";
  title: string;
  detail: ReactNode;
  /** When it ends or when it happened. */
  at?: Date | undefined;
  href: string;
  /** What the link does: "Name another sponsor". */
  todo: string;
};

const ICONS: Record<AttentionIcon, LucideIcon> = {
  person: UserX,
  source: DatabaseZap,
  field: Eye,
  time: Clock,
  key: KeyRound,
  held: Hand,
  alert: Siren,
  vendor: Building2,
};
const TONES = { danger: "text-denied-ink", warn: "text-masked-ink", neutral: "text-ink-muted" } as const;

/** What waits for this person, the most pressing first. */
export function AttentionList({ items }: { items: readonly AttentionItem[] }) {
  const id = useId();
  if (items.length === 0) {
    return (
      <EmptyState icon={<CircleCheck />} title="Nothing needs you now" className="py-10">
        What ends soon, fails, or waits for a person's word will stand here.
      </EmptyState>
    );
  }
  return (
    <ul>
      {items.map((item) => {
        const Icon = ICONS[item.icon];
        return (
          <li
            key={item.key}
            className="relative flex items-start gap-3 border-line px-4 py-3 not-last:border-b hover:bg-hover"
          >
            <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", TONES[item.tone])} />
            <div className="min-w-0 flex-1">
              <p className="font-medium" id={`${id}-${item.key}`}>
                {item.title}
              </p>
              <p className="text-ink-muted text-sm">
                {item.detail}
                {item.at !== undefined && (
                  <>
                    {" "}
                    <RelativeTime at={item.at} />
                  </>
                )}
              </p>
            </div>
            <Link
              href={item.href}
              aria-describedby={`${id}-${item.key}`}
              className="shrink-0 rounded-sm text-accent-ink text-sm underline-offset-2 after:absolute after:inset-0 hover:underline"
            >
              {item.todo}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
