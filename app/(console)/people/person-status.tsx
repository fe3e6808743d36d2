import { Badge, type Tone } from "@/components/ui/badge";
import type { PersonStatus } from "@/lib/people/list-people";

export const STATUS_WORDS: Readonly<Record<PersonStatus, { label: string; tone: Tone }>> = {
  active: { label: "Active", tone: "good" },
  invited: { label: "Invited", tone: "accent" },
  disabled: { label: "Disabled", tone: "neutral" },
};

/** Whether a person can sign in: invited people have set no password yet. */
export function PersonStatusBadge({ status }: { status: PersonStatus }) {
  const { label, tone } = STATUS_WORDS[status];
  return <Badge tone={tone}>{label}</Badge>;
}
