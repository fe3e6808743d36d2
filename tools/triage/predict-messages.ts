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

/** Messages a second of processor time, so that other programs do not count; best of three rounds, by the model and by the keywords. */
export function timeTriage(texts: readonly string[], model: TriageModel): { ours: number; keywords: number } {
  const time = (repeats: number, run: (text: string) => unknown) => {
    const rounds = [1, 2, 3].map(() => {
      const started = process.cpuUsage();
      for (let again = 0; again < repeats; again += 1) for (const text of texts) run(text);
      const { user, system } = process.cpuUsage(started);
      return user + system;
    });
    return Math.round((texts.length * repeats * 1_000_000) / Math.max(1, Math.min(...rounds)));
  };
  return { ours: time(1, (text) => judge(text, model)), keywords: time(50, holdsKeyword) };
}
