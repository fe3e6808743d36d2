import { triageMessage } from "@/lib/kernel/triage-message";
import type { TriageModel } from "@/lib/kernel/triage-model";
import { DEFAULT_TRIAGE_POLICY } from "@/lib/kernel/triage-policy";
import { holdsKeyword, NaiveBayes } from "./baselines";
import type { LabelledMessage } from "./labelled-messages";
import type { Prediction } from "./score-predictions";

/** As an agent without topics, rules or a policy of its own would have them judged. */
export function predictMessages(messages: readonly LabelledMessage[], model: TriageModel): Prediction[] {
  return messages.map((message) => {
    const result = judge(message.text, model);
    return { message, isHeld: result.verdict === "hold", kind: result.kinds[0]?.kind ?? "ordinary" };
  });
}

function judge(text: string, model: TriageModel) {
  return triageMessage({ text, ordinaryTopics: [], rules: [], policy: DEFAULT_TRIAGE_POLICY }, model);
}

export function predictByKeyword(messages: readonly LabelledMessage[]): Prediction[] {
  return messages.map((message) => {
    const isHeld = holdsKeyword(message.text);
    return { message, isHeld, kind: isHeld ? "complaint" : "ordinary" };
  });
}

/** Each source judged by what was learned from the other sources. */
export function predictByNaiveBayes(messages: readonly LabelledMessage[]): Prediction[] {
  const sources = [...new Set(messages.map(({ source }) => source))];
  return sources.flatMap((source) => {
    const bayes = new NaiveBayes(messages.filter((message) => message.source !== source));
    const own = messages.filter((message) => message.source === source);
    return own.map((message) => {
      const kind = bayes.predict(message.text);
      return { message, isHeld: kind !== "ordinary", kind };
    });
  });
}

/** Messages a second on one core, best of three runs, by the model and by the list of keywords. */
export function timeTriage(texts: readonly string[], model: TriageModel): { ours: number; keywords: number } {
  const time = (run: (text: string) => unknown) => {
    const rounds = [1, 2, 3].map(() => {
      const started = performance.now();
      for (const text of texts) run(text);
      return performance.now() - started;
    });
    return Math.round((texts.length * 1000) / Math.max(0.001, Math.min(...rounds)));
  };
  return { ours: time((text) => judge(text, model)), keywords: time(holdsKeyword) };
}
