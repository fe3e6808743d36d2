import { TRIAGE_CLASSES, type TriageClass } from "@/lib/kernel/triage-model";

const KEYWORDS =
  /\b(?:complain\w*|unacceptable|terrible|horrible|awful|worst|disgust\w*|furious|lawyer|attorney|solicitor|sue|lawsuit|legal action|court|gdpr|chargeback|dispute\w*|fraud\w*|scam\w*|unauthori[sz]ed|charged twice|double charged|refund me|money back|beschwer\w*|anwalt|klage|betrug|plainte|avocat|arnaque|queja|abogado|fraude|estafa|reclama\w*|advogado|shikayat|vakeel)\b/i;

/** The simplest thing that could do: a list of words as one regular expression. */
export function holdsKeyword(text: string): boolean {
  return KEYWORDS.test(text);
}

type Counts = { readonly total: number; readonly words: ReadonlyMap<string, number>; readonly count: number };

/** Multinomial naive Bayes over lower-case words with one added to each count. */
export class NaiveBayes {
  private readonly classes: ReadonlyMap<TriageClass, Counts>;
  private readonly vocabulary: ReadonlySet<string>;
  private readonly rows: number;

  constructor(rows: readonly { readonly text: string; readonly label: TriageClass }[]) {
    this.rows = rows.length;
    this.vocabulary = new Set(rows.flatMap(({ text }) => toWords(text)));
    this.classes = new Map(
      TRIAGE_CLASSES.flatMap((name) => {
        const own = rows.filter(({ label }) => label === name);
        const words = new Map<string, number>();
        for (const word of own.flatMap(({ text }) => toWords(text))) words.set(word, (words.get(word) ?? 0) + 1);
        const total = [...words.values()].reduce((sum, count) => sum + count, 0);
        return own.length === 0 ? [] : [[name, { total, words, count: own.length }] as const];
      }),
    );
  }

  predict(text: string): TriageClass {
    const words = toWords(text).filter((word) => this.vocabulary.has(word));
    let best: { name: TriageClass; score: number } = { name: "ordinary", score: Number.NEGATIVE_INFINITY };
    for (const [name, { total, words: counts, count }] of this.classes) {
      const likelihood = words.reduce(
        (sum, word) => sum + Math.log(((counts.get(word) ?? 0) + 1) / (total + this.vocabulary.size)),
        Math.log(count / this.rows),
      );
      if (likelihood > best.score) best = { name, score: likelihood };
    }
    return best.name;
  }
}

function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? [];
}
