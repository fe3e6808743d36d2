import { CircleCheck, CircleSlash, Clock, Filter, Hourglass, type LucideIcon } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { VendorStatusWord } from "@/lib/vendors/vendor-status";

export const VENDOR_STATUS_LOOKS: Record<
  VendorStatusWord,
  { word: string; tone: Tone; icon: LucideIcon; help: string }
> = {
  cleared: { word: "Cleared", tone: "good", icon: CircleCheck, help: "Its agents read what their scopes grant." },
  limited: {
    word: "Cleared with conditions",
    tone: "good",
    icon: Filter,
    help: "Its agents read what their scopes grant, less what the conditions withhold.",
  },
  ending: { word: "Ends soon", tone: "warn", icon: Clock, help: "It closes or narrows by itself within 30 days." },
  grace: { word: "In grace", tone: "warn", icon: Hourglass, help: "Something lapsed; the grace that was set runs." },
  closed: { word: "Closed", tone: "danger", icon: CircleSlash, help: "Its agents are refused." },
};

/** How a vendor stands now: icon, word and colour. */
export function VendorStatusBadge({ word }: { word: VendorStatusWord }) {
  const { word: label, tone, icon: Icon } = VENDOR_STATUS_LOOKS[word];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {label}
    </Badge>
  );
}
