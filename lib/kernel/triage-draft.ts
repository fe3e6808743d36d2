import { type TriageKind, type TriageReason, type TriageReasonCode, toTriageReason } from "./triage-kinds";
import { compilePhrases, findPhraseSpans, type PhraseList } from "./triage-phrases";
import { readText, type TextReading } from "./triage-reading";

type DraftReason = { readonly kind: TriageKind; readonly reason: TriageReason };

/** Whole phrases, so that "we cannot refund" is no promise. "*" closes a word of any ending. */
const MONEY = `we will refund, i will refund, we'll refund, i'll refund, we have refunded, i have refunded, we've refunded, i've refunded, we refunded, i refunded, refunding you,
refund has been, refund was issued, refund is on its way, full refund will, refund will be, we will credit, i will credit, i've credited, we've credited, i have credited, we have credited, credit has been applied,
we will compensate, i will compensate, we'll compensate, compensation of, waive the fee, waived the fee, waive the charge*, waived the charge*, reverse the charge*, reversed the charge*, will receive a refund, will receive a full refund, get your money back, issue a refund, issued a refund, process your refund, processed your refund,
wir erstatten, ich erstatte, haben wir erstattet, wird erstattet, wurde erstattet, werden wir erstatten, erstatten wir, erstattung wurde, erhalten ihr geld zuruck, schreiben ihnen, gutgeschrieben, gutschrift von, wir entschadigen,
nous vous remboursons, nous vous rembourserons, je vous rembourse, nous allons vous rembourser, vous serez rembours*, remboursement a ete, avons rembours*, nous vous indemniserons, un avoir de, geste commercial,
le reembolsaremos, le devolveremos, le hemos reembolsado, hemos reembolsado, le reembolso, se le reembolsara, le abonaremos, le compensaremos, reembolso ha sido, su dinero sera devuelto,
vamos reembolsar, iremos reembolsar, reembolsaremos, vamos devolver, devolveremos, foi reembolsad*, sera reembolsad*, reembolso foi, vamos compensar, estornamos, vamos estornar,
refund kar denge, refund kar diya, refund mil jayega, paise wapas kar*, paisa wapas kar*, रिफंड कर, पैसे वापस कर, रिफंड मिल`;
const FAULT = `our fault, my fault, our mistake, our error, my mistake, our negligence, we were negligent, we are liable, we're liable, we accept liability, we admit, we accept responsibility, we take full responsibility, we are responsible for, we're responsible for, we were wrong, we broke the law, we violated, we should not have charged, we should have told you, we failed to protect, breach on our side,
unser fehler, unsere schuld, mein fehler, unser verschulden, wir haften, wir sind schuld, wir geben zu, wir sind verantwortlich fur, notre faute, notre erreur, mon erreur, nous sommes responsables, nous reconnaissons, par notre negligence,
nuestra culpa, nuestro error, mi error, somos responsables, admitimos, reconocemos, nossa culpa, nosso erro, meu erro, somos responsaveis, admitimos, assumimos a culpa, hamari galti, meri galti, humari galti, हमारी गलती, मेरी गलती`;
const ADVICE = `you should sue, you could sue, you can sue, you have a case, you have a claim, you have grounds, you are legally, you're legally, legally you, legally speaking, under the law, the law says, by law, you have the legal right, your legal rights, you have a right to, you are entitled by law, you don't have to pay them, not legally binding, is legally binding, is illegal, statute of limitations, we advise you to sign, you should sign, consult your lawyer and, take them to court, press charges, in court you,
sie konnen klagen, sie sollten klagen, rechtlich gesehen, nach dem gesetz, laut gesetz, gesetzlich, sie haben das recht, verjahrt, vous pouvez porter plainte, vous devriez porter plainte, selon la loi, juridiquement, legalement, vous avez le droit de, est prescrit,
puede demandar, deberia demandar, segun la ley, legalmente, tiene derecho a, por ley, ha prescrito, pode processar, deveria processar, segundo a lei, pela lei, legalmente, voce tem direito, prescreveu, case kar sakte, kanoon ke, kanooni taur, कानून के, कानूनी तौर`;

const LISTS: readonly { code: TriageReasonCode; kind: TriageKind; phrases: PhraseList }[] = [
  { code: "draft_money", kind: "payment_dispute", phrases: toList(MONEY) },
  { code: "draft_fault", kind: "legal_issue", phrases: toList(FAULT) },
  { code: "draft_advice", kind: "legal_issue", phrases: toList(ADVICE) },
];

function toList(phrases: string): PhraseList {
  return compilePhrases(phrases.split(",").map((phrase) => phrase.trim()));
}

/** An agent's reply can itself be a reason: it promises money, admits fault, advises on the law, or cannot be read. */
export function findDraftReasons(draft: string | undefined): DraftReason[] {
  if (draft === undefined || draft.trim() === "") return [];
  const reading = readText(draft);
  const reasons = LISTS.flatMap(({ code, kind, phrases }): DraftReason[] => {
    const words = findPhraseSpans(reading.tokens, phrases);
    return words.length === 0 ? [] : [{ kind, reason: toTriageReason(code, { words, place: "draft" }) }];
  });
  if (isReadable(reading)) return reasons;
  return [...reasons, { kind: "unusual_request", reason: toTriageReason("draft_unreadable", { place: "draft" }) }];
}

function isReadable({ isCut, normal, tokenised, languages }: TextReading): boolean {
  const hasTricks = normal.controlCount > 0 || normal.invisibleCount > 0 || normal.isHiding;
  return !isCut && !hasTricks && tokenised.lookAlikes.length === 0 && !languages.isUnknown;
}
