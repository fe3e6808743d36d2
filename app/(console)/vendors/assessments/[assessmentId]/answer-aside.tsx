import { paths } from "@/app/(console)/paths";
import { dismissOfferedAnswerAction, takeOfferedAnswerAction } from "@/app/(console)/vendors/assessments/actions";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { STRENGTH_WORDS, toValueWords } from "@/components/vendors/words";
import type { Question } from "@/lib/kernel/checklist";
import type { AnsweredQuestion, AssessmentDetail, OfferRow } from "@/lib/vendors/get-assessment";

const OFFER_STATES = { offered: "Waits for you", taken: "Taken", dismissed: "Laid aside" } as const;

function Offer({ question, offer, revision }: { question: Question; offer: OfferRow; revision: number }) {
  return (
    <section
      aria-label="The vendor's own answer"
      className="space-y-2 rounded-lg border border-accent-line bg-accent-soft p-3"
    >
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">The vendor answered</span>
        <Badge tone={offer.state === "offered" ? "accent" : "neutral"}>{OFFER_STATES[offer.state]}</Badge>
        <RelativeTime at={offer.updatedAt} className="text-ink-muted text-sm" />
      </p>
      <p className="whitespace-pre-line break-words">{toValueWords(question, offer.value)}</p>
      {offer.note !== "" && <p className="whitespace-pre-line break-words text-ink-muted">{offer.note}</p>}
      <ul className="text-sm">
        {offer.links.map((link) => (
          <li key={link} className="break-all">
            {link}
          </li>
        ))}
        {offer.files.map(({ id, name }) => (
          <li key={id}>
            <a
              href={paths.evidence(id)}
              download
              className="inline-block min-h-6 break-all text-accent-ink underline underline-offset-2"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      {offer.state === "offered" && (
        <div className="flex flex-wrap items-end gap-3">
          <Form action={takeOfferedAnswerAction} className="flex flex-wrap items-end gap-3 space-y-0">
            <input type="hidden" name="offerId" value={offer.id} />
            <input type="hidden" name="revision" value={revision} />
            <SelectField
              name="strength"
              label="How you see it shown"
              required
              defaultValue="claimed"
              options={(["contract", "certified", "documented", "claimed"] as const).map((value) => ({
                value,
                label: STRENGTH_WORDS[value].label,
              }))}
            />
            <SubmitButton size="sm">Take it</SubmitButton>
          </Form>
          <Form action={dismissOfferedAnswerAction}>
            <input type="hidden" name="offerId" value={offer.id} />
            <SubmitButton size="sm" variant="secondary">
              Lay it aside
            </SubmitButton>
          </Form>
        </div>
      )}
    </section>
  );
}

/** What stands beside an answer: what the last assessment said otherwise, a reviewer's note, the vendor's own answers. */
export function AnswerAside({ assessment, asked }: { assessment: AssessmentDetail; asked: AnsweredQuestion }) {
  const { question, answer, before, isDifferent, offers } = asked;
  return (
    <div className="space-y-3">
      {before !== null && isDifferent && (
        <p className="text-ink-muted text-sm">
          Assessment {assessment.basedOn?.number} said: {toValueWords(question, before.value)} (
          {STRENGTH_WORDS[before.strength].label.toLowerCase()}).
        </p>
      )}
      {answer?.verdictNote && (
        <p className="text-sm">
          <span className="font-medium">{answer.verdictBy} noted: </span>
          {answer.verdictNote}
        </p>
      )}
      {offers.map((offer) => (
        <Offer key={offer.id} question={question} offer={offer} revision={answer?.revision ?? 0} />
      ))}
    </div>
  );
}
