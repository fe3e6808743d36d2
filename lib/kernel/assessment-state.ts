export const ASSESSMENT_STATES = ["draft", "submitted", "decided", "superseded", "withdrawn"] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

export const ASSESSMENT_VERBS = [
  "answer",
  "submit",
  "judge",
  "return",
  "decide",
  "withdraw",
  "reject_answer",
  "except",
] as const;
export type AssessmentVerb = (typeof ASSESSMENT_VERBS)[number];

type Permit = { ok: true } | { ok: false; why: string };

const YES: Permit = { ok: true };
const no = (why: string): Permit => ({ ok: false, why });
const COMPLETED = no("A completed assessment is never changed: start the next one from it.");
const WITHDRAWN = no("The assessment was withdrawn: start another.");
const all = (permit: Permit): Record<AssessmentVerb, Permit> => ({
  answer: permit,
  submit: permit,
  judge: permit,
  return: permit,
  decide: permit,
  withdraw: permit,
  reject_answer: permit,
  except: permit,
});

/** The one state table of an assessment: what can be done in each state, and why not where it cannot. */
const TABLE: { readonly [S in AssessmentState]: { readonly [V in AssessmentVerb]: Permit } } = {
  draft: {
    ...all(YES),
    judge: no("It is still being filled in: submit it first."),
    return: no("It is a draft already."),
    decide: no("It is still being filled in: submit it first."),
    reject_answer: no("It is still being filled in: change the answer."),
    except: no("It is still being filled in: submit it first."),
  },
  submitted: {
    ...all(YES),
    answer: no("It waits for its decision: have it returned to change an answer."),
    submit: no("It is submitted already."),
    reject_answer: no("It waits for its decision: give the answer a verdict."),
  },
  decided: { ...all(COMPLETED), reject_answer: YES, except: YES },
  superseded: all(no("A newer assessment took its place.")),
  withdrawn: all(WITHDRAWN),
};

/** Whether the verb is possible in the state, or the sentence why not. */
export function assessmentCan(verb: AssessmentVerb, state: AssessmentState): Permit {
  return TABLE[state][verb];
}
