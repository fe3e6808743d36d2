import { cn } from "@/components/ui/cn";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";

/** A stretch of a text as a page shows it. */
export type ShownPiece = HeldItemDetail["thread"][number]["pieces"][number];

const HIDDEN_WORDS: Readonly<Record<string, string>> = {
  name: "a name",
  email: "an e-mail address",
  phone: "a phone number",
  address: "an address",
  payment_card: "a card number",
  bank_account: "a bank account",
  national_id: "an identity number",
  date_of_birth: "a date of birth",
  ip_address: "an address of a device",
  url_with_person: "a link that names a person",
  username: "a user name",
  vehicle: "a number plate",
  other_id: "a number of a person",
};

function Piece({ text, hidden }: Pick<ShownPiece, "text" | "hidden">) {
  if (hidden === null) return text;
  const what = HIDDEN_WORDS[hidden] ?? "a value";
  return (
    <span
      title={`Hidden: ${what}`}
      className="rounded-xs bg-masked-soft px-0.5 font-mono text-[0.92em] text-masked-ink [overflow-wrap:anywhere]"
    >
      <span aria-hidden>{text}</span>
      <span className="sr-only">[{what}, hidden]</span>
    </span>
  );
}

/** A text as it may be shown: hidden values as masks that say what they hide, and the words that decided the hold marked. */
export function PieceText({ pieces, className }: { pieces: readonly ShownPiece[]; className?: string | undefined }) {
  return (
    <p className={cn("max-w-prose whitespace-pre-wrap break-words [overflow-wrap:anywhere]", className)}>
      {pieces.map((piece, index) =>
        piece.isMarked ? (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are known by their place alone
            key={index}
            className="rounded-xs bg-held-soft px-0.5 font-medium text-held-ink shadow-[inset_0_-2px_0_var(--color-held-line)]"
          >
            <Piece {...piece} />
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Piece key={index} {...piece} />
        ),
      )}
    </p>
  );
}
