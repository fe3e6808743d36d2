import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Hand,
  Hourglass,
  type LucideIcon,
  Send,
  Undo2,
  UserCheck,
} from "lucide-react";
import { STATE_WORDS, VERDICT_WORDS } from "@/components/reviews/review-words";
import { Badge, type Tone } from "@/components/ui/badge";
import type { HoldState, ReviewVerdict } from "@/lib/kernel/vocabulary";

type Look = { icon: LucideIcon; tone: Tone; word: string };

function toLook(state: HoldState, verdict: ReviewVerdict | null): Look {
  const word = STATE_WORDS[state];
  if (state === "decided" && verdict === "taken_over")
    return { icon: UserCheck, tone: "accent", word: VERDICT_WORDS.taken_over };
  if (state === "decided") return { icon: CircleX, tone: "danger", word: VERDICT_WORDS.rejected };
  if (state === "released")
    return { icon: Send, tone: "good", word: verdict === null ? word : `${VERDICT_WORDS[verdict]}, released` };
  if (state === "executed") return { icon: CircleCheck, tone: "good", word };
  if (state === "expired") return { icon: Hourglass, tone: "danger", word };
  if (state === "withdrawn") return { icon: Undo2, tone: "neutral", word };
  return state === "claimed" ? { icon: Hand, tone: "accent", word } : { icon: CircleDashed, tone: "neutral", word };
}

/** Where an item is in its life, in the word of what was decided where one was. */
export function ItemState({ state, verdict }: { state: HoldState; verdict: ReviewVerdict | null }) {
  const { icon: Icon, tone, word } = toLook(state, verdict);
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </Badge>
  );
}
