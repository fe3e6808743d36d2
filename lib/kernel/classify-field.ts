import { judgeByName, type NameFacts } from "./classify-by-name";
import { judgeByLooseSamples, judgeBySamples, weighSamples } from "./classify-by-samples";
import type { TableContext } from "./classify-context";
import { nothing, type Verdict } from "./classify-verdict";
import { findEntities } from "./column-entities";
import { holdsWords, toTypeFamily } from "./column-data-type";
import { type NameReading, readName } from "./column-reading";
import { toPlainWords } from "./column-tokens";
import { findConcepts, isSystemConcept } from "./column-concepts";
import type { SampleProfile } from "./detect-samples";
import type { Category } from "./vocabulary";

export type ClassifyFieldInput = {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** The source's name for the type, such as "character varying"; empty when it is not known. */
  readonly dataType: string;
  readonly isPrimaryKey: boolean;
  readonly references: { readonly table: string; readonly column: string } | null;
  readonly comment?: string | null;
  /** Some values as text, in any order. They are judged and never returned. */
  readonly samples: readonly string[];
};

export type FieldClassification = {
  readonly category: Category;
  /** 0 to 1. Below 0.6 a person should look. */
  readonly confidence: number;
  /** Whether the values say something about an identifiable person. A company's margin is sensitive but not personal. */
  readonly isPersonal: boolean;
  /** One plain sentence. Built from fixed texts, so that it never holds a value of the column. */
  readonly reason: string;
};

/** Judges what a column holds from its name, type, keys, comment, table and a sample of values. Deterministic; linear in what it reads. */
export function classifyField(
  input: ClassifyFieldInput,
  context: TableContext,
  profile: SampleProfile,
): FieldClassification {
  const facts = toFacts(input, readName(input.column), context, profile);
  return toClassification(combine(judgeWithComment(input, facts), facts, profile));
}

function toFacts(
  input: ClassifyFieldInput,
  reading: NameReading,
  context: TableContext,
  profile: SampleProfile,
): NameFacts {
  const family = toTypeFamily(input.dataType);
  const target =
    input.references === null ? null : findEntities(readName(input.references.table).tokens.all).at(-1)?.kind;
  const isPeopleTarget = target === "person" || target === "staff" || target === "weak_person";
  return {
    reading,
    context,
    family,
    isPrimaryKey: input.isPrimaryKey,
    pointsAtPeople: isPeopleTarget,
    pointsElsewhere: input.references !== null && !isPeopleTarget,
    isBlind: family === "unknown" && profile.count === 0 && (input.comment ?? "") === "",
  };
}

/** A comment speaks where the name does not. */
function judgeWithComment(input: ClassifyFieldInput, facts: NameFacts): Verdict {
  const byName = judgeByName(facts);
  if (byName.category !== "none" || byName.confidence > 0.6 || !input.comment) return byName;
  const hit = findConcepts(toPlainWords(input.comment)).find((found) => !isSystemConcept(found.concept));
  if (hit === undefined) return byName;
  const byComment = judgeByName({
    ...facts,
    reading: { ...facts.reading, concept: hit.concept, phrase: hit.phrase, hasForeignTail: false },
  });
  return byComment.category === "none"
    ? byName
    : {
        ...byComment,
        confidence: byComment.confidence * 0.85,
        because: byComment.because.replace("its name says", "its comment says"),
      };
}

function combine(byName: Verdict, facts: NameFacts, profile: SampleProfile): Verdict {
  const strong = facts.family === "boolean" || facts.pointsElsewhere ? null : judgeBySamples(profile);
  if (
    strong !== null &&
    (strong.category !== "special_category" || byName.category === "none" || byName.confidence < 0.6)
  )
    return agree(byName, strong, facts);
  if (byName.category === "none") return judgeLoose(byName, facts, profile);
  if (
    facts.reading.concept === null &&
    byName.category === "name" &&
    profile.shares.number > 0.8 &&
    !facts.context.isStudy
  )
    return nothing(0.62, "its name is a person's role, but its values are numbers");
  const weight = weighSamples(facts.reading.concept, profile);
  if (weight === 1)
    return {
      ...byName,
      confidence: raise(byName.confidence),
      because: `${byName.because}, and its values look like it`,
    };
  if (weight === -1)
    return (
      judgeByLooseSamples(profile, facts.context, isRole(facts)) ??
      (facts.context.isStudy
        ? judgeByName({ ...facts, reading: { ...facts.reading, concept: null, owner: null } })
        : nothing(0.62, "its name suggests something personal but its values do not look like it"))
    );
  return byName;
}

/** Values that prove a category win over the name; a study's own trait lists need people in the table. */
function agree(byName: Verdict, strong: Verdict, facts: NameFacts): Verdict {
  if (
    strong.category === "special_category" &&
    !facts.context.touchesPeople &&
    (facts.context.entity === "thing" || facts.context.isAboutObjects)
  )
    return byName;
  if (byName.category === strong.category)
    return {
      ...strong,
      isPersonal: byName.isPersonal || strong.isPersonal,
      confidence: raise(strong.confidence),
      because: `${byName.because}, and ${strong.because}`,
    };
  if (byName.category === "payment_context" && strong.category === "identifier") return byName;
  return strong;
}

function judgeLoose(byName: Verdict, facts: NameFacts, profile: SampleProfile): Verdict {
  const isText = holdsWords(facts.family) || facts.family === "structured";
  if (!isText || facts.pointsElsewhere || (facts.reading.concept === "id" && !isRole(facts))) return byName;
  return judgeByLooseSamples(profile, facts.context, isRole(facts)) ?? byName;
}

function isRole({ reading }: NameFacts): boolean {
  const kind = reading.owner?.kind;
  return kind === "person" || kind === "staff" || kind === "weak_person";
}

function raise(confidence: number): number {
  return Math.min(0.99, confidence + (1 - confidence) * 0.6);
}

function toClassification(verdict: Verdict): FieldClassification {
  const sentence = `${verdict.because.charAt(0).toUpperCase()}${verdict.because.slice(1)}.`;
  return {
    category: verdict.category,
    confidence: Math.round(verdict.confidence * 100) / 100,
    isPersonal: verdict.isPersonal,
    reason: sentence,
  };
}
