import {
  BriefcaseBusiness,
  Circle,
  CreditCard,
  Fingerprint,
  Headset,
  KeyRound,
  type LucideIcon,
  Mail,
  MapPin,
  Phone,
  ShieldAlert,
  ShoppingBag,
  User,
} from "lucide-react";
import type { Category } from "@/lib/kernel/vocabulary";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { cn } from "@/components/ui/cn";

const ICONS: Record<Category, LucideIcon> = {
  name: User,
  phone: Phone,
  email: Mail,
  address: MapPin,
  purchase_history: ShoppingBag,
  support_issue: Headset,
  payment_context: CreditCard,
  business_sensitive: BriefcaseBusiness,
  identifier: Fingerprint,
  credential: KeyRound,
  special_category: ShieldAlert,
  none: Circle,
};

/** What a field holds: an icon and a word. Its colour stays neutral, because colour belongs to outcomes. */
export function CategoryMark({
  category,
  form = "full",
  className,
}: {
  category: Category;
  form?: "full" | "icon" | undefined;
  className?: string | undefined;
}) {
  const Icon = ICONS[category];
  const word = CATEGORY_WORDS[category];
  const isQuiet = category === "none";
  return (
    <span
      title={form === "icon" ? word : undefined}
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap text-sm",
        isQuiet ? "text-ink-faint" : "text-ink",
        className,
      )}
    >
      <Icon aria-hidden className={cn("size-3.5 shrink-0", isQuiet ? "text-ink-faint" : "text-ink-muted")} />
      {form === "icon" ? <span className="sr-only">{word}</span> : word}
    </span>
  );
}
